"""A stage that runs only for the tests: its data in a folder of its own, which is gone afterwards."""

from collections.abc import Iterator
from contextlib import contextmanager
from tempfile import TemporaryDirectory

import pytest

from clever.acceptance.addresses import Addresses, NoStage
from clever.acceptance.credentials import Credentials


@contextmanager
def running_stage(name: str) -> Iterator[tuple[Addresses, Credentials]]:
    """The stage called `name`, freshly filled, for as long as the block lasts.

    DATABASE_URL is honoured. Raises NoStage where the stage does not start.
    """
    from clever import runner  # only needed here: a stage that runs already may run anywhere

    with (
        TemporaryDirectory(prefix="acceptance-", ignore_cleanup_errors=True) as folder,
        pytest.MonkeyPatch.context() as patch,
    ):
        patch.setenv("STAGES_STATE", folder)
        try:
            running = runner.up(name)
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
        except runner.StageError as error:
            raise NoStage(str(error)) from error
        finally:
            runner.down(name)


def services_of(name: str) -> list[str]:
    """The services that a stage has, without starting it. Raises NoStage for an unknown stage."""
    from clever import runner

    try:
        projects = runner.load_stage(name).projects
    except runner.StageError as error:
        raise NoStage(str(error)) from error
    return sorted(app for project in projects.values() for app in project.apps)
