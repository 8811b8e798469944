from datetime import timedelta
from typing import Any
from uuid import UUID, uuid4

import pytest
from django.core.management import call_command
from django.utils import timezone

from {{ cookiecutter.namespace }}.contracts.archive import Archive
from {{ cookiecutter.namespace }}.contracts.coupon import Coupon
from {{ cookiecutter.namespace }}.contracts.event import EventRecord
from {{ cookiecutter.namespace }}.contracts.player import Inventory, Item
from {{ cookiecutter.namespace }}.contracts.testing.archive import StandInArchive
from {{ cookiecutter.namespace }}.contracts.testing.coupon import StandInCoupon
from {{ cookiecutter.namespace }}.contracts.testing.event import new_event
from {{ cookiecutter.namespace }}.contracts.testing.notice import StandInNotice
from {{ cookiecutter.namespace }}.contracts.testing.player import StandInPlayer
from {{ cookiecutter.namespace }}.kit.problems import CalleeAway, Forbidden
from {{ cookiecutter.namespace }}.service.event import actions, queries
from {{ cookiecutter.namespace }}.service.event.models import Event, Participation, Progress
from {{ cookiecutter.namespace }}.service.event.owed import key_of

pytestmark = pytest.mark.django_db


class Away:
    """A service that does not answer, whatever it is asked."""

    def __getattr__(self, name: str) -> Any:
        def raise_away(**asked: Any) -> None:
            raise CalleeAway("nobody answers")

        return raise_away


@pytest.fixture
def opened() -> EventRecord:
    """An event that goes on, with all its parts."""
    return actions.open_event(event_id=uuid4(), new=new_event())


def work() -> None:
    """What the worker does, as often as it takes."""
    call_command("work", "--once")


def owned(players: StandInPlayer, player_id: UUID) -> list[Item]:
    found: Inventory = players.get_inventory(player_id=player_id)
    return found.items


def test_an_event_is_opened_in_three_services(
    archive: StandInArchive, notices: StandInNotice, coupons: StandInCoupon
) -> None:
    event_id, new = uuid4(), new_event()

    opened = actions.open_event(event_id=event_id, new=new)

    assert archive.get_file(file_id=event_id).name == "lanterns.png"
    assert notices.notices[event_id].publish_until == new.ends_at
    campaigns = [coupons.get_campaign(campaign_id=key_of(event_id, f"rewards.{goal.name}")) for goal in opened.goals]
    assert [campaign.items for campaign in campaigns] == [goal.items for goal in new.goals]
    assert all(campaign.limit_per_player == 1 for campaign in campaigns)


def test_rewards_can_be_given_long_after_an_event_and_by_a_clock_that_is_slow(coupons: StandInCoupon) -> None:
    new = new_event()
    opened = actions.open_event(event_id=uuid4(), new=new)

    campaign = coupons.get_campaign(campaign_id=key_of(opened.id, "rewards.gold"))

    assert campaign.starts_at < new.starts_at
    assert campaign.ends_at > new.ends_at + timedelta(days=300)


def test_a_part_that_is_away_is_made_later_and_the_others_now(stand_in: Any, archive: StandInArchive) -> None:
    stand_in(Archive, Away())
    event_id = uuid4()

    opened = actions.open_event(event_id=event_id, new=new_event())

    assert opened.parts == {"banner": "open", "announcement": "kept", "rewards.bronze": "kept", "rewards.gold": "kept"}

    stand_in(Archive, archive)
    work()

    assert set(queries.get_event(event_id=event_id).parts.values()) == {"kept"}
    assert archive.download(file_id=event_id) == b"\x89PNG lanterns"


def test_opening_it_again_makes_what_is_still_missing(stand_in: Any, archive: StandInArchive) -> None:
    event_id, new = uuid4(), new_event()
    stand_in(Archive, Away())
    actions.open_event(event_id=event_id, new=new)
    stand_in(Archive, archive)

    again = actions.open_event(event_id=event_id, new=new)

    assert set(again.parts.values()) == {"kept"}


def test_an_event_whose_record_fails_owes_nobody_anything(
    monkeypatch: pytest.MonkeyPatch, archive: StandInArchive, notices: StandInNotice
) -> None:
    def fail(*args: Any) -> None:
        raise RuntimeError("the disk is full")

    monkeypatch.setattr(actions.owed, "key_of", fail)

    with pytest.raises(RuntimeError):
        actions.open_event(event_id=uuid4(), new=new_event())

    assert not Event.objects.exists()
    assert (archive.files, notices.notices) == ({}, {})


def test_points_are_tokens_in_the_players_inventory(
    opened: EventRecord, players: StandInPlayer, player_id: UUID
) -> None:
    actions.record_progress(event_id=opened.id, player_id=player_id, points=2, key=uuid4())

    assert owned(players, player_id) == [Item(item="lantern", count=2)]


def test_a_step_over_two_goals_earns_both(opened: EventRecord, player_id: UUID, coupons: StandInCoupon) -> None:
    standing = actions.record_progress(event_id=opened.id, player_id=player_id, points=50, key=uuid4())

    assert standing.rewards == {"bronze": "kept", "gold": "kept"}
    assert len(coupons.redemptions) == 2


def test_a_reward_that_cannot_be_given_now_is_given_later(
    stand_in: Any, opened: EventRecord, player_id: UUID, coupons: StandInCoupon
) -> None:
    stand_in(Coupon, Away())

    standing = actions.record_progress(event_id=opened.id, player_id=player_id, points=3, key=uuid4())

    assert (standing.points, standing.rewards) == (3, {"bronze": "open"})

    stand_in(Coupon, coupons)
    work()

    [given] = coupons.redemptions.values()
    assert given.player_id == player_id


def test_progress_that_is_reported_twice_while_everybody_is_away_is_rewarded_once(
    stand_in: Any, opened: EventRecord, player_id: UUID, coupons: StandInCoupon
) -> None:
    stand_in(Coupon, Away())
    key = uuid4()
    for _ in range(3):
        actions.record_progress(event_id=opened.id, player_id=player_id, points=3, key=key)
    stand_in(Coupon, coupons)

    work()

    assert len(coupons.redemptions) == 1
    assert Participation.objects.get().points == 3


def test_a_reward_whose_campaign_is_not_open_yet_waits_for_it(
    stand_in: Any, player_id: UUID, coupons: StandInCoupon
) -> None:
    stand_in(Coupon, Away())
    opened = actions.open_event(event_id=uuid4(), new=new_event())
    actions.record_progress(event_id=opened.id, player_id=player_id, points=3, key=uuid4())
    stand_in(Coupon, StandInCoupon())  # it answers, and knows of no campaign

    standing = actions.record_progress(event_id=opened.id, player_id=player_id, points=1, key=uuid4())

    assert standing.rewards == {"bronze": "open"}


def test_a_permit_that_is_missing_is_no_reason_to_forget_a_reward(
    stand_in: Any, opened: EventRecord, player_id: UUID, coupons: StandInCoupon, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(**asked: Any) -> None:
        raise Forbidden("you have no permit for this")

    monkeypatch.setattr(coupons, "make_codes", refuse)

    standing = actions.record_progress(event_id=opened.id, player_id=player_id, points=3, key=uuid4())

    assert standing.rewards == {"bronze": "open"}


def test_a_reward_for_a_player_that_does_not_exist_is_refused_for_good(
    stand_in: Any, opened: EventRecord, players: StandInPlayer
) -> None:
    stand_in(Coupon, StandInCoupon(players=set()))
    opened = actions.open_event(event_id=uuid4(), new=new_event())

    standing = actions.record_progress(event_id=opened.id, player_id=uuid4(), points=3, key=uuid4())

    assert standing.rewards == {"bronze": "refused"}


def test_the_same_progress_gets_its_answer_even_when_the_event_is_over(opened: EventRecord, player_id: UUID) -> None:
    key = uuid4()
    first = actions.record_progress(event_id=opened.id, player_id=player_id, points=3, key=key)
    Event.objects.update(ends_at=timezone.now())

    assert actions.record_progress(event_id=opened.id, player_id=player_id, points=3, key=key) == first


def test_progress_that_is_refused_leaves_no_trace(player_id: UUID) -> None:
    later = timezone.now() + timedelta(hours=1)
    opened = actions.open_event(event_id=uuid4(), new=new_event(starts_at=later, ends_at=later + timedelta(hours=1)))

    with pytest.raises(actions.EventNotOpen):
        actions.record_progress(event_id=opened.id, player_id=player_id, points=3, key=uuid4())

    assert not Progress.objects.exists()
    assert not Participation.objects.exists()
