"""The stage's own server for as long as somebody has to do with its databases, whether the stage runs or not."""

import os
from collections.abc import Iterator, Sequence
from contextlib import contextmanager

from clever.runner.database_server.lockfile import is_postgres
from clever.runner.database_server.serving import is_up, start, stop
from clever.runner.environment import inherited
from clever.runner.places import StageFolder
from clever.runner.processes import MARK, of_stage
from clever.runner.record import running_record
from clever.runner.secrets import ensure_secrets
from clever.runner.stagefile import StageFile


@contextmanager
def at_hand(stage: StageFile, folder: StageFolder, databases: Sequence[str]) -> Iterator[None]:
    """Within it the server runs, unless there are no `databases` on it. Afterwards it runs only where the stage does.

    The caller holds the stage's lock. Raises StageError as `start` does.
    """
    if not databases:
        yield
        return
    try:
        if not is_up(folder):
            environment = {**inherited(os.environ), MARK: str(folder.path)}
            start(stage, folder, databases, ensure_secrets(stage, folder.secrets), environment)
        yield
    finally:
        if running_record(folder) is None:
            stop(folder)


def stop_orphan(folder: StageFolder) -> None:
    """Stop a server beside which nothing of the stage runs: whoever wanted it at hand was killed."""
    if all(map(is_postgres, of_stage(folder.path))):
        stop(folder)
