"""Many at the same moment: nothing is given twice, nothing is lost."""

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any
from urllib.parse import quote

import pytest
from django.db import connection

pytestmark = pytest.mark.live
PROGRAM = Path(__file__).with_name("at_once.py")


def race(database_url: str) -> dict[str, Any]:
    environment = {**os.environ, "DATABASE_URL": database_url, "PYTHONPATH": os.pathsep.join(sys.path)}
    done = subprocess.run(
        [sys.executable, str(PROGRAM)], env=environment, capture_output=True, text=True, timeout=120, check=False
    )
    assert done.returncode == 0, done.stderr
    outcome: dict[str, Any] = json.loads(done.stdout)
    return outcome


EXPECTED = {
    "fifty_players": {"answers": {"complete": 1, "urn:problem:already-redeemed": 49}, "uses": 1, "grants": 1},
    "one_key": {"different answers": 1, "answers": {"complete": 20}, "uses": 1},
    "one_player": {"answers": {"complete": 3, "urn:problem:limit-reached": 17}, "uses": 3},
    "limited_campaign": {"answers": {"complete": 7, "urn:problem:limit-reached": 13}, "uses": 7},
    "completing": {"different answers": 1, "answers": {"complete": 10}, "grants": 1},
}


def test_a_race_on_sqlite_has_one_outcome(tmp_path: Path) -> None:
    assert race(f"sqlite:///{tmp_path / 'coupon.sqlite3'}") == EXPECTED


@pytest.mark.django_db(transaction=True)
@pytest.mark.postgresql
def test_a_race_on_postgresql_has_one_outcome() -> None:
    where = connection.settings_dict
    account = f"{quote(where['USER'])}:{quote(where['PASSWORD'])}"

    assert race(f"postgresql://{account}@{quote(where['HOST'], safe='')}:{where['PORT']}/{where['NAME']}") == EXPECTED
