import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

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
        return subprocess.run(
            [sys.executable, "manage.py", *arguments], cwd=STAGE, env=env, capture_output=True, text=True, timeout=60
        )

    return run
