import pytest

from permittee.asking import CannotAsk
from permittee.breaker import PAUSE, Breaker

from .stand_ins import Clock


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def breaker(clock: Clock) -> Breaker:
    return Breaker(clock)


def fail(breaker: Breaker) -> None:
    with pytest.raises(ZeroDivisionError), breaker.question():
        raise ZeroDivisionError


def is_allowed(breaker: Breaker) -> bool:
    try:
        with breaker.question():
            return True
    except CannotAsk:
        return False


def test_as_long_as_questions_are_answered_any_number_may_be_under_way(breaker: Breaker) -> None:
    with breaker.question(), breaker.question():
        assert not breaker.open


def test_after_a_failure_there_is_a_second_of_quiet(breaker: Breaker, clock: Clock) -> None:
    fail(breaker)
    clock.turn(PAUSE - 0.001)

    assert breaker.open
    assert not is_allowed(breaker)

    clock.turn(0.001)
    assert is_allowed(breaker)
    assert not breaker.open


def test_then_one_at_a_time_finds_out_whether_it_is_back(breaker: Breaker, clock: Clock) -> None:
    fail(breaker)
    clock.turn(PAUSE)

    with breaker.question():
        assert not is_allowed(breaker)
    with breaker.question(), breaker.question():
        pass


def test_one_that_finds_out_that_it_is_not_begins_another_second(breaker: Breaker, clock: Clock) -> None:
    fail(breaker)
    clock.turn(PAUSE)
    fail(breaker)

    assert not is_allowed(breaker)
    clock.turn(PAUSE)
    assert is_allowed(breaker)
