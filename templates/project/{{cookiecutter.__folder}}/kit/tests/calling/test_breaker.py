from collections.abc import Callable
from threading import Event, Thread
from typing import Any

import pytest

from {{ cookiecutter.namespace }}.kit.calling.breaker import Breaker, BreakerOpen

THRESHOLD, SECONDS = 3, 10


class NoAnswer(Exception):
    """What a call comes to where nobody answers."""


@pytest.fixture
def breaker() -> Breaker:
    return Breaker(NoAnswer, threshold=THRESHOLD, seconds=SECONDS)


@pytest.fixture
def later(monkeypatch: pytest.MonkeyPatch) -> Callable[[float], None]:
    """`later(5.0)`: the library's clock goes on by five seconds. It stands still otherwise."""
    now = [100.0]
    monkeypatch.setattr("circuitbreaker.monotonic", lambda: now[0])

    def go_on(seconds: float) -> None:
        now[0] += seconds

    return go_on


def call(breaker: Breaker, outcome: Any = "an answer") -> Any:
    """A call that comes to `outcome`, which is raised where it is an exception."""
    with breaker.watching():
        if isinstance(outcome, Exception):
            raise outcome
        return outcome


def fail(breaker: Breaker, times: int = 1) -> None:
    for _ in range(times):
        with pytest.raises(NoAnswer):
            call(breaker, NoAnswer())


def is_open(breaker: Breaker) -> bool:
    """Whether a call is refused; one that is not is answered, which closes it."""
    try:
        return call(breaker) != "an answer"
    except BreakerOpen:
        return True


@pytest.fixture
def opened(later: Any, breaker: Breaker) -> Breaker:
    """One that has just opened."""
    fail(breaker, THRESHOLD)
    return breaker


def test_so_many_failures_in_a_row_open_it(later: Any, breaker: Breaker) -> None:
    fail(breaker, THRESHOLD)

    with pytest.raises(BreakerOpen):
        call(breaker)


def test_one_failure_less_does_not(later: Any, breaker: Breaker) -> None:
    fail(breaker, THRESHOLD - 1)

    assert not is_open(breaker)


def test_an_answer_in_between_begins_the_count_anew(later: Any, breaker: Breaker) -> None:
    fail(breaker, THRESHOLD - 1)
    call(breaker)
    fail(breaker, THRESHOLD - 1)

    assert not is_open(breaker)


def test_a_refusal_is_an_answer(later: Any, breaker: Breaker) -> None:
    fail(breaker, THRESHOLD - 1)
    for _ in range(THRESHOLD):
        with pytest.raises(LookupError):
            call(breaker, LookupError("there is no such broom"))
    fail(breaker, THRESHOLD - 1)

    assert not is_open(breaker)


def test_it_stays_open_until_its_time_is_over(opened: Breaker, later: Any) -> None:
    later(SECONDS - 0.001)
    assert is_open(opened)

    later(0.001)
    assert not is_open(opened)


def test_a_trial_that_is_answered_closes_it(opened: Breaker, later: Any) -> None:
    later(SECONDS)
    call(opened)
    fail(opened, THRESHOLD - 1)

    assert not is_open(opened)


def test_a_trial_that_fails_opens_it_for_as_long_again(opened: Breaker, later: Any) -> None:
    later(SECONDS)
    fail(opened)
    later(SECONDS - 0.001)
    assert is_open(opened)

    later(0.001)
    assert not is_open(opened)


@pytest.mark.parametrize("answered", [True, False])
def test_one_tries_and_the_others_wait_for_what_comes_of_it(opened: Breaker, later: Any, answered: bool) -> None:
    later(SECONDS)
    trying, let_go = Event(), Event()
    came_to: list[str] = []

    def trial() -> None:
        try:
            with opened.watching():
                trying.set()
                let_go.wait(30)
                if not answered:
                    raise NoAnswer
            came_to.append("an answer")
        except NoAnswer:
            came_to.append("nothing")

    thread = Thread(target=trial)
    thread.start()
    assert trying.wait(30)

    with pytest.raises(BreakerOpen):
        call(opened)
    let_go.set()
    thread.join(30)

    assert came_to == ["an answer" if answered else "nothing"]
    assert is_open(opened) is not answered


def test_who_looked_before_a_trial_failed_does_not_try_at_once_again(
    opened: Breaker, later: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    later(SECONDS)

    class HadBySomebodyElse:
        """The lock of the trial: somebody else has had it, and given it back, before we come to it."""

        def acquire(self, *, blocking: bool) -> bool:
            with pytest.raises(NoAnswer), opened._circuit:
                raise NoAnswer
            return True

        def release(self) -> None:
            pass

    monkeypatch.setattr(opened, "_trial", HadBySomebodyElse())

    with pytest.raises(BreakerOpen):
        call(opened)


def test_a_trial_that_is_broken_off_lets_the_next_one_try(opened: Breaker, later: Any) -> None:
    later(SECONDS)

    with pytest.raises(KeyboardInterrupt), opened.watching():
        raise KeyboardInterrupt

    assert not is_open(opened)


def test_each_callee_has_its_own(opened: Breaker) -> None:
    assert not is_open(Breaker(NoAnswer, threshold=THRESHOLD, seconds=SECONDS))
