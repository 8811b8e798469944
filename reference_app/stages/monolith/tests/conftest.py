import os
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from clever.kit.testing.programs import run_program

Manage = Callable[..., "subprocess.CompletedProcess[str]"]
STAGE = Path(__file__).resolve().parent.parent


@pytest.fixture
def manage(tmp_path: Path) -> Manage:
    """`manage("check", "--deploy", SECURE="1")`: run manage.py in a process of its own, as on a server.

    A variable that is given as None is taken out of the environment.
    """

    def run(*arguments: str, **variables: str | None) -> "subprocess.CompletedProcess[str]":
        changed = {"DATABASE_URL": f"sqlite:///{tmp_path / 'database.sqlite3'}", **variables}
        wanted = {**os.environ, "DJANGO_SETTINGS_MODULE": "monolith.settings", **changed}
        env = {name: value for name, value in wanted.items() if value is not None}
        return run_program(STAGE / "manage.py", *arguments, folder=STAGE, environment=env)

    return run
