from collections.abc import Callable, Iterator
from datetime import timedelta
from typing import Any
from uuid import uuid4

import calls
import pytest
from waiting import come_due

from clever.kit.outbox.models import Promise
from clever.kit.outbox.promises import promise
from clever.kit.transactions import atomic_for


@pytest.fixture(autouse=True)
def callee() -> Iterator[Any]:
    """The callee that `calls` speaks to, as good as new."""
    for memory in (calls.asked, calls.fails, calls.meanwhile):
        memory.clear()
    calls.both.reset()
    calls.hung.clear()
    yield calls
    calls.hung.set()


@pytest.fixture
def promised(db: None) -> Callable[..., Promise]:
    """`promised()`: a promise to send a parcel, due only in a few seconds; `promised(calls.meet)`: of another call."""

    def make(what: Callable[..., Any] = calls.send, **about: Any) -> Promise:
        if what is calls.send:
            about = {"parcel": calls.PARCEL, "key": uuid4()} | about
        with atomic_for(Promise):
            return Promise.objects.get(pk=promise(what, **about))

    return make


@pytest.fixture
def due(promised: Callable[..., Promise]) -> Callable[..., Promise]:
    """The same, with its time come: `due()`; `due(late=timedelta(seconds=9))` is as late as that."""

    def make(what: Callable[..., Any] = calls.send, *, late: timedelta = timedelta(0), **about: Any) -> Promise:
        return come_due(promised(what, **about), late=late)

    return make
