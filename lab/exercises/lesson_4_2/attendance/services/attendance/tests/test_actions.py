from typing import Any
from uuid import UUID, uuid4

import pytest
from django.core.management import call_command

from clever.contracts.attendance import AttendanceRecord
from clever.contracts.coupon import Coupon
from clever.contracts.testing.attendance import new_record
from clever.contracts.testing.coupon import StandInCoupon
from clever.contracts.testing.player import StandInPlayer
from clever.kit.problems import CalleeAway
from clever.service.attendance import actions, owed, queries
from clever.service.attendance.models import Record

pytestmark = pytest.mark.django_db


@pytest.fixture
def player_id(player: StandInPlayer) -> UUID:
    """A player that owns nothing yet."""
    return player.add()


def come(player_id: UUID, days: int) -> list[AttendanceRecord]:
    """A player comes on so many days in a row."""
    return [actions.put_record(record_id=uuid4(), new=new_record(day, player_id=player_id)) for day in range(days)]


class Away:
    """A service that does not answer, whatever it is asked."""

    def __getattr__(self, name: str) -> Any:
        def raise_away(*args: Any, **asked: Any) -> None:
            raise CalleeAway("nobody answers")

        return raise_away


def test_each_day_gives_a_stamp_and_the_second_visit_of_a_day_none(player: StandInPlayer, player_id: UUID) -> None:
    for record_id in (uuid4(), uuid4()):
        made = actions.put_record(record_id=record_id, new=new_record(player_id=player_id))

    assert made.owed == {"player": "kept"}
    assert [grant.items[0].item for _, grant in player.grants.values()] == ["stamp"]


def test_every_third_day_in_a_row_gives_the_reward(coupon: StandInCoupon, player_id: UUID) -> None:
    made = come(player_id, days=7)

    rewarded = [record.in_a_row for record in made if record.owed.get("coupon") == "kept"]
    assert rewarded == [3, 6]
    assert len(coupon.redemptions) == 2
    assert coupon.campaigns[owed.CAMPAIGN].name == "Three days in a row"


def test_two_days_and_a_gap_give_none(coupon: StandInCoupon, player_id: UUID) -> None:
    for day in (0, 1, 3, 4):
        actions.put_record(record_id=uuid4(), new=new_record(day, player_id=player_id))

    assert not coupon.redemptions


def test_what_is_away_is_asked_later_and_once(stand_in: Any, coupon: StandInCoupon, player_id: UUID) -> None:
    come(player_id, days=2)
    stand_in(Coupon, Away())
    new = new_record(2, player_id=player_id)
    third = actions.put_record(record_id=uuid4(), new=new)
    assert actions.put_record(record_id=third.id, new=new).owed == {"player": "kept", "coupon": "open"}

    stand_in(Coupon, coupon)
    call_command("work", "--once")

    assert queries.get_record(record_id=third.id).owed == {"player": "kept", "coupon": "kept"}
    assert len(coupon.redemptions) == 1


def test_a_paused_campaign_owes_its_reward_until_it_goes_on(coupon: StandInCoupon, player_id: UUID) -> None:
    coupon.put_campaign(campaign_id=owed.CAMPAIGN, new=owed.REWARD)
    running = coupon.campaigns[owed.CAMPAIGN]
    coupon.campaigns[owed.CAMPAIGN] = running.model_copy(update={"active": False})
    *_, third = come(player_id, days=3)
    assert third.owed["coupon"] == "open"

    coupon.campaigns[owed.CAMPAIGN] = running
    call_command("work", "--once")

    assert queries.get_record(record_id=third.id).owed["coupon"] == "kept"


def test_a_day_that_is_reported_late_is_counted_and_mends_no_row(player_id: UUID) -> None:
    made = [actions.put_record(record_id=uuid4(), new=new_record(day, player_id=player_id)) for day in (0, 2, 1)]

    assert [record.in_a_row for record in made] == [1, 1, 2]


def test_a_record_and_what_it_owes_are_written_down_together(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*args: Any, **about: Any) -> None:
        raise RuntimeError("the disk is full")

    monkeypatch.setattr(actions, "promise", fail)

    with pytest.raises(RuntimeError):
        actions.put_record(record_id=uuid4(), new=new_record())

    assert not Record.objects.exists()
