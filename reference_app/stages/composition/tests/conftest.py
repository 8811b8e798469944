import subprocess
from collections.abc import Callable, Iterator
from functools import cache, partial
from pathlib import Path
from typing import Any

import pytest

from clever.runner.places import find_root
from clever.runner.stagefile import StageFile, load_stage

from ...split.tests.projects import Projects
from ...split.tests.running import Split, running_split

STAGE = Path(__file__).resolve().parent.parent
TABLE: StageFile = load_stage("composition", find_root(STAGE))
BENEATH: StageFile = load_stage("split", find_root(STAGE))
OURS = list(TABLE.own_projects)
NEW = [name for name in TABLE.projects if name not in BENEATH.projects]
ITS = Projects(TABLE)

Manage = Callable[..., "subprocess.CompletedProcess[str]"]


@pytest.fixture
def manage(tmp_path: Path) -> Manage:
    """`manage("event", "check", SECURE="1")`: run manage.py for a project in a process of its own, as on a server.

    A variable that is given as None is taken out of the environment.
    """
    return partial(ITS.manage, folder=tmp_path)


@pytest.fixture(scope="session")
def described(tmp_path_factory: pytest.TempPathFactory) -> Callable[[str], dict[str, Any]]:
    """`described("event")`: what the project is found to be, in a process of its own, once."""
    folder = tmp_path_factory.mktemp("described")
    return cache(lambda project: ITS.describe(project, folder))


@pytest.fixture(scope="session")
def composition(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Split]:
    """A composition for all tests that need one that runs. Each leaves it well."""
    with running_split(tmp_path_factory.mktemp("composition"), "composition") as stage:
        yield stage
