"""A stage that runs only for the tests: its data in a folder of its own, which is gone afterwards."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from clever.acceptance.addresses import Addresses
from clever.acceptance.credentials import Credentials


@contextmanager
def running_stage(name: str) -> Iterator[tuple[Addresses, Credentials]]:
    """The stage called `name`, freshly filled, for as long as the block lasts.

    DATABASE_URL is honoured. Raises the runner's StageError where the stage does not start.
    """
    from clever import runner  # only needed here: a stage that runs already may run anywhere

    before = os.environ.get("STAGES_STATE")
    with TemporaryDirectory(prefix="acceptance-", ignore_cleanup_errors=True) as folder:
        os.environ["STAGES_STATE"] = str(Path(folder))
        try:
            running = runner.up(name, port=None)
            secrets = running.credentials
            yield (
                Addresses(name, running.url, running.services),
                Credentials(
                    staff_name=secrets.staff_name,
                    staff_password=secrets.staff_password,
                    caller_name=secrets.caller_name,
                    caller_secret=secrets.caller_secret,
                ),
            )
        finally:
            runner.down(name)
            if before is None:
                del os.environ["STAGES_STATE"]
            else:
                os.environ["STAGES_STATE"] = before


def services_of(name: str) -> list[str]:
    """The services that a stage has, without starting it. Raises the runner's StageError for an unknown stage."""
    from clever import runner

    return sorted(app for project in runner.load_stage(name).projects.values() for app in project.apps)
