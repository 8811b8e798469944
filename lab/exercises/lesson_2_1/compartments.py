"""2.1.4: compartments, held against views that wait until they are told to go on."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from lab.checks import Wrong, exercise

PLACES = 3
PATIENCE = 2.0  # seconds: whoever answers "at once" is through long before


@exercise(
    "2.1.4",
    hints=(
        "Each feature has a semaphore of its own: a dictionary of them, and a lock around making a new one.",
        "acquire(blocking=False) does not wait: it says False where there is no place.",
        "try: return view(), finally: release(). So a view that raises gives its place back as well.",
    ),
)
def compartments(answer: Any) -> str:
    """a class Compartments(places) with a method call(feature, view)"""
    made = answer(PLACES)
    if (got := made.call("coupon", lambda: "a page")) != "a page":
        raise Wrong(f"With all places free, call returns what the view returns: 'a page'. Yours returned {got!r}.")
    with _full(made, "coupon"):
        if (got := _at_once(made, "coupon")) != 503:
            raise Wrong(f"{PLACES} calls of coupon are under way, and there is no fourth place: 503. You say {got!r}.")
        if (got := _at_once(made, "coupon")) != 503:
            raise Wrong(f"Whoever was sent away had no place to give back, and yet the next one got in: {got!r}.")
        if (got := _at_once(made, "notice")) != "a page":
            raise Wrong(f"coupon is full, and notice has all of its places: 'a page'. Yours returned {got!r}.")
    if (got := made.call("coupon", lambda: "a page")) != "a page":
        raise Wrong(f"The calls of coupon have ended, so there is a place again. Yours returned {got!r}.")
    _after_errors(made)
    return "Right. Whoever is full says so at once, and nobody else notices."


@contextmanager
def _full(made: Any, feature: str) -> Iterator[None]:
    """For a block, `feature` has as many calls under way as it has places."""
    inside, go_on = threading.Semaphore(0), threading.Event()

    def view() -> str:
        inside.release()
        go_on.wait(10 * PATIENCE)
        return "a page"

    threads = [threading.Thread(target=_quietly, args=[made, feature, view], daemon=True) for _ in range(PLACES)]
    for thread in threads:
        thread.start()
    try:
        for number in range(PLACES):
            if not inside.acquire(timeout=PATIENCE):
                raise Wrong(f"{feature} has {PLACES} places, and only {number} calls got in at a time.")
        yield
    finally:
        go_on.set()
        for thread in threads:
            thread.join(PATIENCE)


def _quietly(made: Any, feature: str, view: Any) -> None:
    """An error in here would be printed by the thread; what it leads to is told by the check."""
    try:
        made.call(feature, view)
    except Exception:
        return


def _at_once(made: Any, feature: str) -> Any:
    """What a call returns, made in a thread, since the answer may have to be left waiting."""
    got: list[Any] = []

    def call() -> None:
        try:
            got.append(made.call(feature, lambda: "a page"))
        except Exception as error:
            got.append(error)

    thread = threading.Thread(target=call, daemon=True)
    thread.start()
    thread.join(PATIENCE)
    if not got:
        raise Wrong(f"A call of {feature} is still waiting after {PATIENCE:g} s. Who finds no place is told at once.")
    if isinstance(got[0], Exception):
        raise Wrong(f"A call of {feature} raised {type(got[0]).__name__}: {got[0]}. Who finds no place is told 503.")
    return got[0]


def _after_errors(made: Any) -> None:
    def fails() -> str:
        raise ValueError("the view has failed")

    for number in range(1, PLACES + 1):
        try:
            got = made.call("link", fails)
        except ValueError:
            continue
        raise Wrong(f"A view that raises raises through call. Yours returned {got!r} at call {number}.")
    if (got := made.call("link", lambda: "a page")) != "a page":
        raise Wrong(
            f"{PLACES} views of link raised an error, and their places never came back: yours returned {got!r}."
        )
