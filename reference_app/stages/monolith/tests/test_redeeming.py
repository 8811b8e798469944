"""Coupon and player together, on real databases: what is redeemed is given, once, whatever happens."""

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from clever.contracts.testing.auditing import agreeing
from clever.runner.engines.postgresql import find_binaries, private_postgresql

pytestmark = pytest.mark.live
FULL = os.environ.get("TEST_TIER") == "full"
CODES = 2_000 if FULL else 200
PROGRAM = Path(__file__).with_name("redeeming.py")


@pytest.fixture(params=["sqlite", *(["postgresql"] if FULL else [])])
def database_url(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """An empty database of this test's own."""
    if request.param == "sqlite":
        yield f"sqlite:///{tmp_path / 'redeeming.sqlite3'}"
        return
    if find_binaries() is None and os.environ.get("CI") != "true":
        pytest.skip("postgresql is missing")
    with private_postgresql() as server:
        yield server.create("redeeming")


def play(database_url: str, *arguments: str) -> dict[str, Any]:
    """What `redeeming.py` says became of it."""
    path = os.pathsep.join([str(PROGRAM.parent.parent), *sys.path])
    changed = {"DATABASE_URL": database_url, "DJANGO_SETTINGS_MODULE": "monolith.settings", "PYTHONPATH": path}
    command = [sys.executable, str(PROGRAM), *arguments]
    done = subprocess.run(command, env={**os.environ, **changed}, capture_output=True, text=True, timeout=1_800)
    assert done.returncode == 0, done.stderr
    outcome: dict[str, Any] = json.loads(done.stdout)
    return outcome


@pytest.mark.skipif(not FULL, reason="the behaviour suite lets eight processes redeem as well: for the full tier")
def test_what_8_processes_redeem_is_given_once_and_none_is_lost(database_url: str) -> None:
    outcome = play(database_url, "race", str(CODES))

    assert outcome["exits"] == [0] * 8
    assert outcome["answers"] == {"complete": CODES, "urn:problem:already-redeemed": CODES}
    assert outcome["audit"] == agreeing(CODES)


def test_a_crash_between_giving_and_writing_it_down_is_mended_and_gives_nothing_twice(database_url: str) -> None:
    outcome = play(database_url, "crash")

    assert outcome["exits"] == [9, 0, 0]
    assert outcome["before"]["redemptions"] == {"complete": 4, "pending": 1}
    assert (outcome["before"]["grants"], outcome["before"]["not on record"]) == (5, 1)
    assert outcome["waiting"] == 0
    assert outcome["after"] == agreeing(5)
