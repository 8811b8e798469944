import base64
import json
import os
import secrets
import subprocess
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from clever.kit.testing.programs import run_program
from clever.runner.places import find_root
from clever.runner.stagefile import StageFile, load_stage

from .running import Split, running_split

STAGE = Path(__file__).resolve().parent.parent
TABLE: StageFile = load_stage("split", find_root(STAGE))
PROJECTS = list(TABLE.projects)

# What a production environment has; the seams lead nowhere.
PRODUCTION = {
    "SECURE": "1",
    "DEBUG": "0",
    "ALLOWED_HOSTS": "game.example",
    "SECRET_KEY": secrets.token_urlsafe(50),
    "CALLER_SECRET": secrets.token_urlsafe(50),
    "LOG_LEVEL": "CRITICAL",
}
NOWHERE = "http://127.0.0.1:9"

Manage = Callable[..., "subprocess.CompletedProcess[str]"]


def environment(project: str, folder: Path) -> dict[str, str]:
    """All that the project needs to start, and nothing of any other's. Its database is in `folder`."""
    table = TABLE.projects[project]
    keys = {name: os.environ[name] for name in ("VID_PUBLIC_KEY", "VID_SIGNING_KEY")}
    if project != "vid":
        del keys["VID_SIGNING_KEY"]
    return {
        "PATH": os.environ["PATH"],
        **PRODUCTION,
        **keys,
        "DJANGO_SETTINGS_MODULE": table.settings,
        "CALLER_NAME": project,
        "DATABASE_URL": f"sqlite:///{folder / project}.sqlite3",
        **{f"{name.upper()}_DATABASE_URL": f"sqlite:///{folder / name}.sqlite3" for name in table.opens},
        **{seam: NOWHERE + url.partition("}")[2] for seam, url in TABLE.seams_of(project).items()},
    }


@pytest.fixture
def manage(tmp_path: Path) -> Manage:
    """`manage("coupon", "check", SECURE="1")`: run manage.py for a project in a process of its own, as on a server.

    A variable that is given as None is taken out of the environment.
    """

    def run(project: str, *arguments: str, **variables: str | None) -> "subprocess.CompletedProcess[str]":
        wanted = {**environment(project, tmp_path), **variables}
        env = {name: value for name, value in wanted.items() if value is not None}
        return run_program(STAGE / "manage.py", *arguments, folder=STAGE, environment=env)

    return run


@pytest.fixture(scope="session")
def described(tmp_path_factory: pytest.TempPathFactory) -> Callable[[str], dict[str, Any]]:
    """`described("coupon")`: what `describing.py` finds in the project, in a process of its own, once."""
    folder = tmp_path_factory.mktemp("described")

    @cache
    def describe(project: str) -> dict[str, Any]:
        program = Path(__file__).with_name("describing.py")
        done = run_program(program, folder=STAGE, environment=environment(project, folder))
        assert done.returncode == 0, done.stderr
        found: dict[str, Any] = json.loads(done.stdout)
        return found

    return describe


@pytest.fixture(scope="session")
def split(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Split]:
    """A split stage for all tests that need one that runs, since to start it takes longest. Each leaves it well."""
    with running_split(tmp_path_factory.mktemp("split")) as split:
        yield split


def basic(name: str, secret: str) -> dict[str, str]:
    """The header of a service that calls."""
    return {"Authorization": f"Basic {base64.b64encode(f'{name}:{secret}'.encode()).decode()}"}
