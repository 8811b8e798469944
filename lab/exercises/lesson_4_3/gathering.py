"""4.3.1: what is there at the deadline, whoever else is late."""

import time
from collections.abc import Callable, Mapping
from threading import Event
from typing import Any

from lab.checks import Wrong, exercise

Call = Callable[[], str]

SECONDS = 0.5  # that an answer is given
AT_MOST = 1.2  # that it may take: a busy machine is slow to start threads
HANGING = 2.5  # that a call which hangs takes, where nobody ends it sooner
HANG = 10  # calls at a time that hang: more than a pool has threads unless it is told


class Away(Exception):
    """A part that answers at once, and says no."""


class Parts:
    """Calls of every kind. What hangs goes on as soon as the check is over."""

    def __init__(self) -> None:
        self._over = Event()

    def hanging(self) -> str:
        self._over.wait(HANGING)
        return "late"

    def slow(self) -> str:
        time.sleep(0.2)
        return "there"

    def quick(self) -> str:
        return "there"

    def refusing(self) -> str:
        raise Away("connection refused")

    def end(self) -> None:
        self._over.set()


@exercise(
    "4.3.1",
    hints=(
        "ThreadPoolExecutor(len(calls) or 1).submit(call) begins a call and gives a future. wait(futures, timeout=...) "
        "waits for all of them, and no longer than that.",
        "At the end of its `with` block a pool waits for all that it has begun. shutdown(wait=False) does not.",
        "A future that is done() has a result() or an exception(): look before you take it.",
    ),
)
def within(answer: Callable[[Mapping[str, Call], float], Any]) -> str:
    """a function of a dictionary of calls and a number of seconds, which returns a dictionary of answers"""
    parts = Parts()
    try:
        _expect(answer, "Of two calls that answer at once", {"banner": parts.quick, "player": parts.quick})
        _expect(answer, "Of no calls at all", {})
        four = dict.fromkeys(("banner", "announcement", "player", "reward"), parts.slow)
        _expect(answer, f"Of four calls of 0.2 s each, in {SECONDS} s", four)
        refused = {"banner": parts.refusing, "player": parts.quick}
        _expect(answer, "Where 'banner' raises an error, and 'player' answers", refused, {"player"})
        hung = {"announcement": parts.hanging, "player": parts.quick}
        late = " Is there a `with` around your threads? At its end it waits for every one of them."
        _expect(answer, "Where 'announcement' hangs, and 'player' answers", hung, {"player"}, late)
        many = {f"hung-{number}": parts.hanging for number in range(1, HANG + 1)} | {"player": parts.quick}
        late = " If each is given the whole time in its turn, the times add up."
        _expect(answer, f"Where {HANG} calls hang, and a last one, 'player', answers", many, {"player"}, late)
    finally:
        parts.end()
    return "Right. The page is as late as you allow, and not as late as its worst part."


def _expect(answer: Any, when: str, calls: dict[str, Call], there: set[str] | None = None, if_late: str = "") -> None:
    wanted = dict.fromkeys(calls if there is None else there, "there")
    began = time.monotonic()
    try:
        got = answer(dict(calls), SECONDS)
    except Away as error:
        raise Wrong(
            f"{when}, your function raises {error!r}: one part that says no has taken the page along."
        ) from error
    took = time.monotonic() - began
    if took > AT_MOST:
        raise Wrong(f"{when}, you return after {took:.1f} s. {SECONDS} s were given.{if_late}")
    if not isinstance(got, Mapping):
        raise Wrong(f"A dictionary of answers is wanted. You return {got!r:.60}.")
    if dict(got) != wanted:
        raise Wrong(f"{when}, {_said(wanted)} can be had. You return {_said(got)}.{_why(got, wanted)}")


def _said(answers: Mapping[str, Any]) -> str:
    return ", ".join(f"{name!r}: {answer!r:.40}" for name, answer in answers.items()) or "nothing"


def _why(got: Mapping[str, Any], wanted: Mapping[str, Any]) -> str:
    if set(got) - set(wanted):
        return " What has not come is left out."
    if set(wanted) - set(got):
        return " Do all of them begin at the same time, each in a thread of its own?"
    return ""
