"""Calls that do not depend on each other, made at the same time."""

import os
from collections.abc import Callable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor, wait
from contextlib import contextmanager
from contextvars import copy_context
from functools import lru_cache
from typing import Any

from {{ cookiecutter.namespace }}.kit.calling.budget import left
from {{ cookiecutter.namespace }}.kit.calling.modes import is_careful
from {{ cookiecutter.namespace }}.kit.problems import CalleeAway, Problem
from {{ cookiecutter.namespace }}.kit.transactions import refuse_inside_atomic

THREADS = 32  # of one process, for all requests that it serves at a time; what finds none free waits for one


def together(**calls: Callable[[], Any]) -> dict[str, Any]:
    """The answer to each of `calls`, by its name: what it returned, or the Problem that it raised.

    They run in other threads, so they must not touch a database or a `local:` client. What has not answered when the
    budget is used up is given CalleeAway; its thread goes on until the call's own time limit ends it.
    Raises RuntimeError inside a transaction, and whatever else than a Problem a call has raised.
    """
    with asking(**calls) as answers:
        pass
    return answers


@contextmanager
def asking(**calls: Callable[[], Any]) -> Iterator[dict[str, Any]]:
    """What `together` gives, once the block is over. Meanwhile the block may do what needs none of the answers."""
    refuse_inside_atomic("services were called")
    answers: dict[str, Any] = {}
    if not is_careful() or (len(calls) == 1 and left() is None):
        answers |= {name: _answer(call) for name, call in calls.items()}
        yield answers
        return
    under_way = {name: _threads(os.getpid()).submit(copy_context().run, _answer, call) for name, call in calls.items()}
    yield answers
    wait(under_way.values(), timeout=left())
    answers |= {name: _answer_or_away(name, future) for name, future in under_way.items()}


def _answer(call: Callable[[], Any]) -> Any:
    try:
        return call()
    except Problem as problem:
        return problem


def _answer_or_away(name: str, future: Future[Any]) -> Any:
    if future.done():
        return future.result()
    future.cancel()  # where it has not begun
    return CalleeAway(f"{name}: no answer within the time that this request has")


@lru_cache(maxsize=1)
def _threads(process: int) -> ThreadPoolExecutor:
    # The process is part of the key: threads do not come along over a fork.
    return ThreadPoolExecutor(THREADS, thread_name_prefix="call")
