"""How long a request may take, all the calls that it makes included.

A limit for each call bounds none of what calls add up to: five calls of three seconds are fifteen.
"""

import time
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar

_deadline: ContextVar[float | None] = ContextVar("deadline", default=None)


@contextmanager
def budget(seconds: float) -> Iterator[None]:
    """Give what happens inside `seconds`, and no more than a budget around it has left."""
    end = time.monotonic() + seconds
    around = _deadline.get()
    token = _deadline.set(end if around is None else min(end, around))
    try:
        yield
    finally:
        _deadline.reset(token)


def left() -> float | None:
    """The seconds that are left of the budget, never less than 0; None where there is no budget."""
    deadline = _deadline.get()
    return None if deadline is None else max(0.0, deadline - time.monotonic())
