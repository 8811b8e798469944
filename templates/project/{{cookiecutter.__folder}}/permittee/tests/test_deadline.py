"""What takes too long is not waited for."""

import threading
from collections.abc import Iterator
from contextvars import ContextVar
from threading import Event
from typing import Any

import pytest

from permittee.deadline import within

LONG = 20  # seconds, which no test takes
REQUEST: ContextVar[str] = ContextVar("request", default="")


@pytest.fixture
def event() -> Iterator[Event]:
    event = Event()
    yield event
    event.set()


def test_what_is_done_in_time_is_returned_and_what_goes_wrong_is_raised() -> None:
    assert within(LONG, lambda: 7) == 7
    with pytest.raises(ZeroDivisionError):
        within(LONG, lambda: 1 // 0)


def test_what_takes_longer_is_left_to_itself(event: Event) -> None:
    with pytest.raises(TimeoutError):
        within(0.01, event.wait)


def test_the_work_knows_for_which_request_it_is_done() -> None:
    token = REQUEST.set("acceptance-0001")
    try:
        assert within(LONG, REQUEST.get) == "acceptance-0001"
    finally:
        REQUEST.reset(token)


def test_a_machine_without_another_thread_does_it_all_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(self: Any) -> None:
        raise RuntimeError("can't start new thread")

    monkeypatch.setattr(threading.Thread, "start", refuse)

    assert within(LONG, lambda: 7) == 7
