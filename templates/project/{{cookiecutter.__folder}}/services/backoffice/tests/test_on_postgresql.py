"""What asks databases for more than rows, once more with all of them on one PostgreSQL server."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from {{ cookiecutter.namespace }}.runner.engines.postgresql import find_binaries, private_postgresql

FULL = os.environ.get("TEST_TIER") == "full"
pytestmark = [pytest.mark.live, pytest.mark.skipif(not FULL, reason="all of it once more: for the full tier")]


def test_the_admin_and_the_page_of_a_player_work_on_postgresql() -> None:
    if find_binaries() is None and os.environ.get("CI") != "true":
        pytest.skip("postgresql is missing")
    files = ["tests/test_admin.py", "tests/test_players.py"]
    command = [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", *files]
    with private_postgresql() as server:
        env = {**os.environ, "DATABASE_URL": server.create("backoffice")}
        done = subprocess.run(
            command, cwd=Path(__file__).parent.parent, env=env, capture_output=True, text=True, timeout=300
        )

    assert done.returncode == 0, done.stdout[-3_000:]
    assert " passed" in done.stdout
