"""The afternoon of lesson 4.2: made, tested, composed and serving; in the full tier within two minutes."""

import os
import time
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any
from uuid import uuid4

import httpx2
import pytest

import lab
from lab.afternoon import Afternoon
from lab.errors import LabError

WRITTEN = "lab/exercises/lesson_4_2/attendance"
CAMPAIGN = "coupon PUT /api/coupon/campaigns/<campaign_id>"
PERMITS = [CAMPAIGN, f"{CAMPAIGN}/codes".replace("PUT", "POST"), "coupon POST /api/coupon/redemptions"]
MORNING = datetime(2026, 3, 2, 0, 30, tzinfo=UTC)
FULL = os.environ.get("TEST_TIER") == "full"
LIMIT = 120  # seconds of the machine's, for all steps together

pytestmark = pytest.mark.live


@pytest.fixture
def mine(monkeypatch: pytest.MonkeyPatch) -> Iterator[Afternoon]:
    """A checkout of composition."""
    monkeypatch.delenv("DJANGO_SETTINGS_MODULE", raising=False)  # of these tests themselves
    with lab.afternoon() as own:
        yield own


def test_a_service_is_made_tested_and_composed_with_those_that_are_there(
    mine: Afternoon, record_property: Callable[[str, object], None]
) -> None:
    mine.new_service("attendance", title="Attendance", title_ko="출석", calls="player,coupon")
    mine.write(WRITTEN)
    mine.permit("attendance", *PERMITS)
    tested = mine.test()
    stage = mine.up()
    with lab.festival(stage) as guest, httpx2.Client(auth=stage.game_server, timeout=30, trust_env=False) as http:
        for day in (0, 1, 2, 2):
            body = {"player_id": guest.player_id, "at": (MORNING + timedelta(days=day)).isoformat()}
            http.put(stage.address(f"/api/attendance/records/{uuid4()}"), json=body).raise_for_status()
        owned = _owned_in_the_end(guest)
    for step, seconds in mine.seconds.items():
        record_property(f"seconds: {step}", round(seconds, 1))

    assert " passed" in tested
    assert owned == {"stamp": 3, "gem": 3}
    assert mine.lines().in_others == 0
    if FULL:  # beside other tests a machine may be any time late
        assert sum(mine.seconds.values()) < LIMIT


def _owned_in_the_end(guest: Any) -> dict[str, int]:
    """What a player owns, once the worker has had its time."""
    until = time.monotonic() + 30
    while "gem" not in (owned := guest.owned()) and time.monotonic() < until:
        time.sleep(0.2)
    return dict(owned)


@pytest.mark.full
def test_its_tests_fail_where_the_service_does_something_else(mine: Afternoon) -> None:
    mine.new_service("attendance", calls="player,coupon")
    mine.write(WRITTEN)
    own = mine.project.folder / "services/attendance/clever/service/attendance"
    for file, right, wrong in [
        ("queries.py", 'ZoneInfo("Asia/Seoul")', 'ZoneInfo("UTC")'),
        ("owed.py", "IN_A_ROW = 3", "IN_A_ROW = 2"),
        ("owed.py", "limit_per_player=None", "limit_per_player=1"),
        ("actions.py", "yesterday.in_a_row if yesterday else 0", "0"),
    ]:
        text = (own / file).read_text("utf-8")
        assert right in text
        (own / file).write_text(text.replace(right, wrong), "utf-8")

        with pytest.raises(LabError, match="failed"):
            mine.test()

        (own / file).write_text(text, "utf-8")
    assert " passed" in mine.test()


@pytest.mark.full  # that a name is taken is tested every day where names are
def test_what_is_refused_is_said_in_one_line_and_nothing_is_left_behind(mine: Afternoon) -> None:
    with pytest.raises(LabError) as refused:
        mine.new_service("coupon")
    with pytest.raises(LabError, match="call new_service first"):
        mine.lines()

    assert "'coupon' is taken" in refused.value.line
    scratch: Path = mine.scratch
    mine.close()
    assert not scratch.exists()
