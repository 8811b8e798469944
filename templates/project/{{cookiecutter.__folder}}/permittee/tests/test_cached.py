"""What was said is used for a second, refreshed from then on, and never used after five."""

import pytest

from permittee import cached
from permittee.asking import CannotAsk
from permittee.credentials import Credentials

from .stand_ins import World


@pytest.fixture
def world() -> World:
    """coupon may list things."""
    world = World()
    world.permitter.permits_of = {"coupon": {"GET /things"}}
    return world


def test_the_first_request_asks_and_those_of_the_next_second_do_not(world: World) -> None:
    assert [world.may(), world.may(), world.may(operation="POST /things")] == [True, True, False]
    world.clock.turn(0.999)

    assert world.may() is True
    assert world.permitter.asked == ["coupon"]
    assert world.waiting == []


def test_after_a_second_it_is_asked_again_beside_the_request_and_once(world: World) -> None:
    world.may()
    world.clock.turn(1)

    assert [world.may(), world.may()] == [True, True]

    assert (len(world.permitter.asked), len(world.waiting)) == (1, 1)
    world.refresh()
    assert [world.may(), len(world.permitter.asked), len(world.waiting)] == [True, 2, 0]


def test_while_it_is_used_and_refreshed_no_request_ever_waits(world: World) -> None:
    world.may()

    for _ in range(100):
        world.clock.turn(0.9)
        before = len(world.permitter.asked)
        assert world.may() is True
        assert len(world.permitter.asked) == before
        world.refresh()

    assert 50 <= len(world.permitter.asked) <= 51


def test_a_permit_that_is_taken_away_is_gone_as_soon_as_a_refresh_says_so(world: World) -> None:
    world.may()
    world.permitter.permits_of["coupon"] = set()
    world.clock.turn(1)

    assert world.may() is True
    world.refresh()

    assert world.may() is False


def test_a_caller_that_is_unknown_now_is_so_as_soon_as_a_refresh_says_so(world: World) -> None:
    world.may()
    del world.permitter.permits_of["coupon"]
    world.clock.turn(1)
    world.may()
    world.refresh()

    assert not world.is_known("coupon")
    assert len(world.permitter.asked) == 2


def test_a_permit_that_is_new_is_there_as_soon_as_a_refresh_says_so(world: World) -> None:
    assert world.may(operation="POST /things") is False
    world.permitter.permits_of["coupon"].add("POST /things")
    world.clock.turn(1)
    world.may()
    world.refresh()

    assert world.may(operation="POST /things") is True


def test_while_the_permitter_is_away_what_was_said_serves_until_it_is_five_seconds_old(world: World) -> None:
    world.may()
    world.permitter.away = True
    seen = []

    for _ in range(12):
        world.clock.turn(0.5)
        seen.append(world.may())
        world.refresh()

    assert seen == [True] * 9 + [None] * 3


def test_a_refresh_that_fails_is_tried_again_once_a_second(world: World) -> None:
    world.may()
    world.permitter.away = True

    threads = 0

    for _ in range(48):
        world.clock.turn(0.1)
        world.may()
        threads += len(world.waiting)
        world.refresh()

    assert len(world.permitter.asked) == 1 + 4  # after 1, 2, 3 and 4 seconds
    assert threads == 4  # and nobody sets out who would only be turned back


def test_when_the_permitter_is_back_everything_is(world: World) -> None:
    world.may()
    world.permitter.away = True
    world.clock.turn(6)
    assert world.may() is None

    world.permitter.away = False
    assert world.may() is None  # it did not answer a moment ago, so it is given a second
    world.clock.turn(1)

    assert world.may() is True


def test_an_answer_is_as_old_as_its_question(world: World) -> None:
    world.permitter.takes = 1.5
    world.may()
    world.permitter.takes, world.permitter.away = 0, True

    world.clock.turn(3.4)
    assert world.may() is True
    world.clock.turn(0.1)

    assert world.may() is None


@pytest.mark.parametrize("takes", [5.0, 60.0])
def test_an_answer_that_took_five_seconds_is_not_used_at_all(world: World, takes: float) -> None:
    world.permitter.takes = takes

    assert world.may() is None


def test_a_request_waits_where_what_was_said_is_too_old(world: World) -> None:
    world.may()
    world.permitter.permits_of["coupon"] = set()
    world.clock.turn(5)

    assert world.may() is False
    assert world.waiting == []


def test_a_stranger_is_remembered_as_one_for_five_seconds_and_never_refreshed(world: World) -> None:
    for _ in range(50):
        assert not world.is_known("nobody")
        world.clock.turn(0.099)
    assert (world.permitter.asked, world.waiting) == (["nobody"], [])

    world.permitter.permits_of["nobody"] = set()
    world.clock.turn(0.1)

    assert world.is_known("nobody")


def test_a_flood_of_strangers_pushes_no_caller_out(world: World) -> None:
    world.may()
    for number in range(3_000):
        world.is_known(f"nobody {number}")

    assert world.may() is True
    assert world.permitter.asked.count("coupon") == 1
    assert not world.is_known("nobody 2999")
    assert world.permitter.asked.count("nobody 2999") == 1
    assert not world.is_known("nobody 0")
    assert world.permitter.asked.count("nobody 0") == 2  # the table is bounded, and forgot the first


def test_credentials_are_told_apart_by_their_secret(world: World) -> None:
    world.may()

    world.cached.answer(Credentials("coupon", "another digest"))

    assert len(world.permitter.asked) == 2


def test_a_machine_without_another_thread_goes_on_with_what_it_knows(world: World) -> None:
    def refuse(work: object) -> None:
        raise RuntimeError("can't start new thread")

    world.may()
    world.cached._beside = refuse
    for _ in range(4 * cached.REFRESHES):
        world.clock.turn(0.1)
        assert world.may() is True
    world.clock.turn(5)

    assert world.may() is True
    assert len(world.permitter.asked) == 2


def test_an_error_of_our_own_lets_nobody_in_and_does_not_stay(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    with monkeypatch.context() as broken:
        broken.setattr(world.permitter, "permits", lambda *_: 1 / 0)
        with pytest.raises(ZeroDivisionError):
            world.may()

    with pytest.raises(CannotAsk):
        world.cached.answer(Credentials("coupon", "its digest"))
    world.clock.turn(1)
    assert world.may() is True
