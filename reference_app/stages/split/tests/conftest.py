import base64
import subprocess
from collections.abc import Callable, Iterator
from functools import cache, partial
from pathlib import Path
from typing import Any

import pytest

from clever.runner.places import find_root
from clever.runner.stagefile import StageFile, load_stage

from .projects import Projects
from .running import Split, running_split

STAGE = Path(__file__).resolve().parent.parent
TABLE: StageFile = load_stage("split", find_root(STAGE))
PROJECTS = list(TABLE.projects)
ITS = Projects(TABLE)

Manage = Callable[..., "subprocess.CompletedProcess[str]"]


@pytest.fixture
def manage(tmp_path: Path) -> Manage:
    """`manage("coupon", "check", SECURE="1")`: run manage.py for a project in a process of its own, as on a server.

    A variable that is given as None is taken out of the environment.
    """
    return partial(ITS.manage, folder=tmp_path)


@pytest.fixture(scope="session")
def described(tmp_path_factory: pytest.TempPathFactory) -> Callable[[str], dict[str, Any]]:
    """`described("coupon")`: what `describing.py` finds in the project, in a process of its own, once."""
    folder = tmp_path_factory.mktemp("described")
    return cache(lambda project: ITS.describe(project, folder))


@pytest.fixture(scope="session")
def split(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Split]:
    """A split stage for all tests that need one that runs, since to start it takes longest. Each leaves it well."""
    with running_split(tmp_path_factory.mktemp("split")) as split:
        yield split


def basic(name: str, secret: str) -> dict[str, str]:
    """The header of a service that calls."""
    return {"Authorization": f"Basic {base64.b64encode(f'{name}:{secret}'.encode()).decode()}"}
