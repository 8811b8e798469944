from typing import Any
from uuid import UUID, uuid4

import pytest

from {{ cookiecutter.namespace }}.contracts.archive import Archive
from {{ cookiecutter.namespace }}.contracts.coupon import Coupon
from {{ cookiecutter.namespace }}.contracts.event import EventRecord
from {{ cookiecutter.namespace }}.contracts.notice import Notice
from {{ cookiecutter.namespace }}.contracts.player import Player, UnknownPlayer
from {{ cookiecutter.namespace }}.contracts.testing.event import new_event
from {{ cookiecutter.namespace }}.contracts.testing.player import StandInPlayer
from {{ cookiecutter.namespace }}.kit.problems import CalleeAway, Problem
from {{ cookiecutter.namespace }}.service.event import actions
from {{ cookiecutter.namespace }}.service.event.page import get_page

pytestmark = pytest.mark.django_db


class Failing:
    """A service that answers every question with one problem."""

    def __init__(self, problem: Problem) -> None:
        self.problem = problem

    def __getattr__(self, name: str) -> Any:
        def fail(**asked: Any) -> None:
            raise self.problem

        return fail


@pytest.fixture
def opened() -> EventRecord:
    return actions.open_event(event_id=uuid4(), new=new_event())


def test_a_page_is_put_together_from_all_of_them(opened: EventRecord, players: StandInPlayer, player_id: UUID) -> None:
    actions.record_progress(event_id=opened.id, player_id=player_id, points=3, key=uuid4())

    page = get_page(event_id=opened.id, language="ko", player_id=player_id)

    assert page.event == opened
    assert (page.banner and page.banner.name) == "lanterns.png"
    assert (page.announcement and page.announcement.language) == "ko"
    assert {goal: campaign.uses for goal, campaign in page.rewards.items()} == {"bronze": 1, "gold": 0}
    assert page.player == players.players[player_id]
    assert (page.standing and page.standing.points) == 3
    assert page.missing == []


@pytest.mark.parametrize(
    ("contract", "missing"),
    [
        (Archive, ["banner"]),
        (Notice, ["announcement"]),
        (Player, ["player"]),
        (Coupon, ["rewards.bronze", "rewards.gold"]),
    ],
)
def test_a_page_opens_without_the_part_that_is_away_and_says_so(
    stand_in: Any, opened: EventRecord, player_id: UUID, contract: type, missing: list[str]
) -> None:
    stand_in(contract, Failing(CalleeAway("nobody answers")))

    page = get_page(event_id=opened.id, language="en", player_id=player_id)

    assert page.missing == missing
    assert page.event.id == opened.id


def test_a_page_opens_when_all_four_are_away(stand_in: Any, opened: EventRecord, player_id: UUID) -> None:
    for contract in (Archive, Notice, Player, Coupon):
        stand_in(contract, Failing(CalleeAway("nobody answers")))

    page = get_page(event_id=opened.id, language="en", player_id=player_id)

    assert sorted(page.missing) == ["announcement", "banner", "player", "rewards.bronze", "rewards.gold"]
    assert page.standing is not None, "its own facts it has"


def test_an_announcement_that_is_not_seen_yet_is_not_missing(notices: Any, opened: EventRecord) -> None:
    notices.withdraw_notice(notice_id=opened.id)

    page = get_page(event_id=opened.id, language="en")

    assert (page.announcement, page.missing) == (None, [])


def test_an_unknown_player_is_refused(opened: EventRecord) -> None:
    with pytest.raises(UnknownPlayer):
        get_page(event_id=opened.id, language="en", player_id=uuid4())


def test_a_fault_of_our_own_is_not_taken_for_a_part_that_is_away(stand_in: Any, opened: EventRecord) -> None:
    class Broken:
        def get_notice(self, **asked: Any) -> None:
            raise TypeError("a mistake in the program")

    stand_in(Notice, Broken())

    with pytest.raises(TypeError):
        get_page(event_id=opened.id, language="en")
