"""A stage that runs only for the tests: its data in a folder of its own, which is gone afterwards."""

from collections.abc import Iterator
from contextlib import contextmanager
from tempfile import TemporaryDirectory

import pytest

from {{ cookiecutter.namespace }} import runner
from {{ cookiecutter.namespace }}.acceptance.addresses import Addresses, NoStage
from {{ cookiecutter.namespace }}.acceptance.holding import taken


@contextmanager
def running_stage(
    name: str, *, on: str = "", nginx: bool = False, off_its_ports: bool = False
) -> Iterator[tuple[Addresses, runner.Credentials]]:
    """The stage called `name`, freshly filled, for as long as the block lasts; with `nginx`, behind it.

    `on` is processes or containers, for a stage that knows both.
    `off_its_ports`: on others than those in its stage.toml. Those are what another start of the stage tries first, and
    it would sit on them for good while a part of this one is away.
    DATABASE_URL is honoured, and so is what names a database of a stage that has several. Raises NoStage where the
    stage does not start.
    """
    with (
        TemporaryDirectory(prefix="acceptance-", ignore_cleanup_errors=True) as folder,
        pytest.MonkeyPatch.context() as patch,
    ):
        patch.setenv("STAGES_STATE", folder)
        try:
            with taken(_ports_of(name, on) if off_its_ports else ()):
                running = runner.up(name, on=on, nginx=nginx)
            yield Addresses(name, running.url, running.services), running.credentials
        except runner.StageError as error:
            raise NoStage(str(error)) from error
        finally:
            runner.down(name, forget_data=True)  # its data may be elsewhere than in the folder


def _ports_of(name: str, on: str) -> list[int]:
    return [project.port for project in runner.load_stage(name, on=on).projects.values()]


def services_of(name: str) -> list[str]:
    """The services that a stage has, without starting it. Raises NoStage for an unknown stage."""
    try:
        projects = runner.load_stage(name).projects
    except runner.StageError as error:
        raise NoStage(str(error)) from error
    return sorted(app for project in projects.values() for app in project.apps)


def is_behind_nginx(name: str, on: str = "") -> bool:
    """Whether nginx stands before this stage whether it is asked for or not. A stage that is not known here is not."""
    try:
        return runner.load_stage(name, on=on).compose is not None
    except runner.StageError:
        return False
