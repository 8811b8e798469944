import os
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest

from .running import Running, running_containers

HERE = Path(__file__).parent
_until_the_last = ExitStack()  # what is to be ended when no test of this folder follows


@pytest.fixture(scope="session")
def containers(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Running]:
    """The stage, up for all tests of this folder."""
    before = os.environ.get("STAGES_STATE")
    with _until_the_last:
        _until_the_last.callback(_put_back, before)
        yield _until_the_last.enter_context(running_containers(tmp_path_factory.mktemp("containers")))


@pytest.hookimpl(trylast=True)
def pytest_runtest_teardown(item: pytest.Item, nextitem: pytest.Item | None) -> None:
    """Twelve containers are not idle, so they do not wait for the tests of other folders to end."""
    if nextitem is None or not nextitem.path.is_relative_to(HERE):
        _until_the_last.close()


def _put_back(state: str | None) -> None:
    if state is None:
        os.environ.pop("STAGES_STATE", None)
    else:
        os.environ["STAGES_STATE"] = state
