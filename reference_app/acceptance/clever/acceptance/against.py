"""Run the behaviour suite against a stage that is started for it, on data of its own."""

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from clever import runner
from clever.runner.places import STATE
from clever.runner.progress import Progress

SUITE = Path(__file__).parent


@contextmanager
def state_of_its_own() -> Iterator[Path]:
    """Keep stages' databases and secrets apart from what else this machine runs, and forget them afterwards."""
    before = os.environ.get(STATE)
    with TemporaryDirectory(prefix="accept-") as folder:
        os.environ[STATE] = folder
        try:
            yield Path(folder)
        finally:
            os.environ.pop(STATE)
            if before is not None:
                os.environ[STATE] = before


def accept(
    stage: str,
    *,
    database_url: str | None = None,
    pytest_arguments: list[str] | None = None,
    progress: Progress | None = None,
) -> int:
    """Start `stage`, run the suite against it, stop it, and return pytest's exit status.

    `database_url` puts it on PostgreSQL instead of SQLite. Raises clever.runner.StageError where it does not start.
    """
    given = dict(os.environ)
    given.pop("DATABASE_URL", None)
    if database_url:
        given["DATABASE_URL"] = database_url
    with state_of_its_own() as folder:
        runner.up(stage, given=given, progress=progress)
        try:
            stage_map = folder / "stage-map.json"
            stage_map.write_text(json.dumps(runner.status(stage)))
            command = [
                *[sys.executable, "-m", "pytest", str(SUITE), f"--stage-map={stage_map}"],
                *[f"--credentials={folder / stage / 'secrets.env'}", *(pytest_arguments or [])],
            ]
            return subprocess.run(command, check=False).returncode
        finally:
            runner.down(stage)
