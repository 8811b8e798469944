"""Calls of every kind: quick, slow, refusing, and hanging."""

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from threading import Event

Call = Callable[[], str]

HANGING = 2.5  # seconds after which what hangs goes on, so that a wrong answer has an end as well


class Away(Exception):
    """A part that answers at once, and says no."""


def slow() -> str:
    time.sleep(0.2)
    return "there"


def quick() -> str:
    return "there"


def refusing() -> str:
    raise Away("connection refused")


@contextmanager
def hanging() -> Iterator[Call]:
    """A call that hangs until the block is over, or has taken HANGING seconds."""
    over, end = Event(), time.monotonic() + HANGING

    def hang() -> str:
        over.wait(max(0.0, end - time.monotonic()))
        return "late"

    try:
        yield hang
    finally:
        over.set()
