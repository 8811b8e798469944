"""Many threads, one question. Real threads, which meet at events and never sleep."""

import time
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor, wait
from threading import Barrier, Event, Lock
from typing import Any

import pytest

from permittee import cached
from permittee.answers import Answer
from permittee.asking import CannotAsk
from permittee.breaker import PAUSE
from permittee.cached import Cached
from permittee.credentials import Credentials

LONG = 20  # seconds, after which a test that waits for nothing gives up
COUPON = Credentials("coupon", "its digest")
MAY_LIST = Answer(known=True, operations=frozenset({"GET /things"}))


class Held:
    """A permitter that holds every question until it is let go."""

    def __init__(self, answer: Answer = MAY_LIST) -> None:
        self.answer = answer
        self.go = Event()
        self.arrived = Event()
        self.asked: list[str] = []
        self.at_once = self.most_at_once = 0
        self._lock = Lock()

    def permits(self, credentials: Credentials, request_id: str = "") -> Answer:
        with self._lock:
            self.asked.append(credentials.name)
            self.at_once += 1
            self.most_at_once = max(self.most_at_once, self.at_once)
        self.arrived.set()
        assert self.go.wait(LONG)
        with self._lock:
            self.at_once -= 1
        return self.answer


@pytest.fixture
def held() -> Any:
    held = Held()
    yield held
    held.go.set()


@pytest.fixture
def clock() -> Any:
    class Clock:
        now = 0.0

        def __call__(self) -> float:
            return self.now

    return Clock()


@pytest.fixture
def threads() -> Any:
    with ThreadPoolExecutor(32) as pool:
        yield pool


def outcome(future: Future[Answer]) -> Answer | str:
    try:
        return future.result(LONG)
    except CannotAsk as error:
        return str(error)


def test_twenty_requests_of_one_caller_ask_once(held: Held, threads: ThreadPoolExecutor, clock: Any) -> None:
    memory = Cached(held, clock=clock)
    all_there = Barrier(20)

    def request() -> Answer:
        all_there.wait(LONG)
        return memory.answer(COUPON)

    waiting = [threads.submit(request) for _ in range(20)]
    assert held.arrived.wait(LONG)
    held.go.set()

    assert [outcome(future) for future in waiting] == [MAY_LIST] * 20
    assert held.asked == ["coupon"]


def test_strangers_beyond_four_at_a_time_are_turned_away_and_a_known_caller_is_not(
    held: Held, threads: ThreadPoolExecutor, clock: Any
) -> None:
    memory = Cached(held, clock=clock)
    held.go.set()
    assert memory.answer(COUPON) == MAY_LIST
    clock.now += cached.TRUSTED  # what is known of coupon is too old, so that it must be asked about again
    held.go.clear()
    held.answer = Answer(known=False)

    strangers = [threads.submit(memory.answer, Credentials(f"stranger {n}", "x")) for n in range(cached.STRANGERS + 3)]
    turned_away = [outcome(future) for future in until_done(strangers, 3)]
    coupon = threads.submit(memory.answer, COUPON)
    until(lambda: held.at_once == cached.STRANGERS + 1)  # whoever has a place may not have asked yet
    held.go.set()

    assert turned_away == ["too many questions at once"] * 3
    assert outcome(coupon) == Answer(known=False)
    assert held.asked.count("coupon") == 2
    assert held.most_at_once == cached.STRANGERS + 1
    wait(strangers, LONG)  # a place is free when its request is done, which is after the answer is there
    assert not memory.answer(Credentials("one more", "x")).known


def test_a_refresh_runs_beside_and_once_while_requests_go_on(held: Held, clock: Any) -> None:
    memory = Cached(held, clock=clock)
    held.go.set()
    memory.answer(COUPON)
    held.go.clear()
    held.arrived.clear()
    clock.now += cached.REFRESHED

    assert [memory.answer(COUPON) for _ in range(50)] == [MAY_LIST] * 50

    assert held.arrived.wait(LONG)
    assert len(held.asked) == 2
    held.answer = Answer(known=False)
    held.go.set()
    until(lambda: not memory.answer(COUPON).known)


def test_while_one_finds_out_whether_the_permitter_is_back_nobody_queues_behind_it(
    held: Held, threads: ThreadPoolExecutor, clock: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    memory = Cached(held, clock=clock)
    with monkeypatch.context() as away:
        away.setattr(held, "permits", refuse)
        assert outcome(threads.submit(memory.answer, COUPON)) == "away"
    clock.now += PAUSE
    first = threads.submit(memory.answer, COUPON)
    assert held.arrived.wait(LONG)

    others = [threads.submit(memory.answer, COUPON) for _ in range(8)]

    assert [outcome(future) for future in others] == ["it did not answer a moment ago"] * 8
    assert not first.done()
    held.go.set()
    assert outcome(first) == MAY_LIST


def refuse(credentials: Credentials, request_id: str = "") -> Answer:
    raise CannotAsk("away")


def test_whoever_waits_for_an_answer_that_never_comes_gives_up(held: Held, threads: ThreadPoolExecutor) -> None:
    memory = Cached(held, patience=0.01)
    first = threads.submit(memory.answer, COUPON)
    assert held.arrived.wait(LONG)

    with pytest.raises(CannotAsk, match="too long"):
        memory.answer(COUPON)

    held.go.set()
    assert outcome(first) == MAY_LIST


def until(true: Callable[[], bool]) -> None:
    """Wait for something that is about to happen."""
    end = time.monotonic() + LONG
    while not true():
        assert time.monotonic() < end, "it did not happen"
        time.sleep(0.001)


def until_done(futures: list[Future[Answer]], count: int) -> list[Future[Answer]]:
    """The first so many that are done."""
    until(lambda: sum(future.done() for future in futures) >= count)
    return [future for future in futures if future.done()]
