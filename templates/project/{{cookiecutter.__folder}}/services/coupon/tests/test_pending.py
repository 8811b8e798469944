import signal
from datetime import timedelta
from functools import partial
from io import StringIO
from typing import Any
from uuid import UUID, uuid4

import pytest
from django.core.management import CommandError, call_command
from django.utils import timezone

from {{ cookiecutter.namespace }}.contracts.coupon import CampaignRecord
from {{ cookiecutter.namespace }}.contracts.testing.player import StandInPlayer
from {{ cookiecutter.namespace }}.kit.problems import CalleeAway, Forbidden
from {{ cookiecutter.namespace }}.service.coupon import actions
from {{ cookiecutter.namespace }}.service.coupon.management.commands import complete_pending as command
from {{ cookiecutter.namespace }}.service.coupon.models import Redemption
from {{ cookiecutter.namespace }}.service.coupon.pending import Outcome, complete_pending

pytestmark = pytest.mark.django_db
NOW = timedelta(0)


@pytest.fixture
def pending(players: StandInPlayer, player_id: UUID, campaign: CampaignRecord) -> list[UUID]:
    """Five redemptions that were reserved, and whose process died before it could give anything."""
    codes = actions.make_codes(campaign_id=campaign.id, count=5, key=uuid4()).codes
    return [actions.reserve(code=code, player_id=player_id, key=uuid4()) for code in codes]


def states() -> set[str]:
    return set(Redemption.objects.values_list("state", flat=True))


def test_what_is_pending_is_completed_once(players: StandInPlayer, pending: list[UUID]) -> None:
    assert complete_pending(older_than=NOW) == Outcome(completed=5)
    assert complete_pending(older_than=NOW) == Outcome()

    assert states() == {"complete"}
    assert set(players.grants) == set(pending)


def test_a_crash_after_the_grant_is_mended_without_a_second_grant(
    players: StandInPlayer, player_id: UUID, code: str
) -> None:
    class Crash(BaseException):
        """The process dies: nothing that catches exceptions sees it."""

    players.fails_after = [Crash()]  # type: ignore[list-item]  # worse than an exception is meant
    with pytest.raises(Crash):
        actions.redeem(code=code, player_id=player_id, key=uuid4())
    assert (states(), len(players.grants)) == ({"pending"}, 1)

    complete_pending(older_than=NOW)

    assert (states(), len(players.grants)) == ({"complete"}, 1)


def test_young_ones_are_left_to_the_request_that_made_them(pending: list[UUID]) -> None:
    Redemption.objects.filter(pk=pending[0]).update(created_at=timezone.now() - timedelta(minutes=1))

    assert complete_pending(older_than=timedelta(seconds=30)) == Outcome(completed=1)


def test_a_player_service_that_is_away_is_not_asked_for_each(players: StandInPlayer, pending: list[UUID]) -> None:
    players.fails_before = [CalleeAway("away")] * 5

    assert complete_pending(older_than=NOW) == Outcome(waiting=5, away=True)
    assert len(players.fails_before) == 4


def test_an_odd_one_does_not_hold_up_the_others(players: StandInPlayer, pending: list[UUID]) -> None:
    players.fails_before = [Forbidden("not you")]

    assert complete_pending(older_than=NOW) == Outcome(completed=4, waiting=1)


def test_an_unknown_player_is_refused_in_the_end(players: StandInPlayer, pending: list[UUID]) -> None:
    players.players.clear()

    assert complete_pending(older_than=NOW) == Outcome(refused=5)
    assert states() == {"refused"}


def test_the_command_says_what_it_did_in_one_line(pending: list[UUID]) -> None:
    out = StringIO()

    call_command("complete_pending", "--older-than", "0", stdout=out)

    assert out.getvalue() == "complete_pending: 5 completed, 0 refused, 0 still pending\n"


def test_the_command_shows_progress(pending: list[UUID], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(command, "STEP", 2)
    out = StringIO()

    call_command("complete_pending", "--older-than=0", stdout=out)

    assert out.getvalue().splitlines()[:2] == ["complete_pending: 2/5", "complete_pending: 4/5"]


def test_the_command_fails_while_something_is_still_pending(players: StandInPlayer, pending: list[UUID]) -> None:
    players.fails_before = [CalleeAway("away")]

    with pytest.raises(CommandError, match="5 still pending: player cannot be reached"):
        call_command("complete_pending", "--older-than=0", stdout=StringIO())


@pytest.mark.parametrize("value", ["-1", "soon", "nan", "1e300"])
def test_the_command_refuses_a_foolish_age(value: str) -> None:
    with pytest.raises(CommandError, match="not a number of seconds"):
        call_command("complete_pending", f"--older-than={value}")


def test_the_command_follows_until_it_is_told_to_stop(
    pending: list[UUID], monkeypatch: pytest.MonkeyPatch, request: pytest.FixtureRequest
) -> None:
    for number in (signal.SIGTERM, signal.SIGINT):
        request.addfinalizer(partial(signal.signal, number, signal.getsignal(number)))
    rounds: list[Outcome] = []

    def complete_and_be_stopped(**options: Any) -> Outcome:
        rounds.append(complete_pending(older_than=NOW))
        if len(rounds) == 2:
            signal.raise_signal(signal.SIGTERM)
        return rounds[-1]

    monkeypatch.setattr(command, "complete_pending", complete_and_be_stopped)
    monkeypatch.setattr(command, "close_old_connections", lambda: None)  # or it would end this test's transaction
    out = StringIO()

    call_command("complete_pending", "--follow", "--every=0", stdout=out)

    assert rounds == [Outcome(completed=5), Outcome()]
    assert len(out.getvalue().splitlines()) == 1  # a round in which nothing was to be done says nothing
