"""4.3.1: what is there at the deadline, whoever else is late."""

import time
from collections.abc import Callable, Mapping
from typing import Any

from lab.checks import Wrong, exercise
from lab.exercises.lesson_4_3.calls import Away, Call, hanging, quick, refusing, slow

SECONDS = 0.5  # that an answer is given
AT_MOST = 1.2  # that it may take: a busy machine is slow to start threads
HANG = 32  # calls at a time that hang: with one more than a pool has threads anywhere, unless it is told
SLOW = 8  # calls of 0.2 s: one after the other they take longer than AT_MOST
TOGETHER = " Do all of them begin at the same time, each in a thread of its own?"


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
    _expect(answer, "Of two calls that answer at once", {"banner": quick, "player": quick})
    _expect(answer, "Of no calls at all", {})
    parts = {f"part-{number}": slow for number in range(1, SLOW + 1)}
    _expect(answer, f"Of {SLOW} calls of 0.2 s each, in {SECONDS} s", parts, if_late=TOGETHER)
    refused = {"banner": refusing, "player": quick}
    _expect(answer, "Where 'banner' raises an error, and 'player' answers", refused, {"player"})
    with hanging() as hang:
        late = " Is there a `with` around your threads? At its end it waits for every one of them."
        hung = {"announcement": hang, "player": quick}
        _expect(answer, "Where 'announcement' hangs, and 'player' answers", hung, {"player"}, late)
    with hanging() as hang:
        late = " If each is given the whole time in its turn, the times add up."
        many = {f"hung-{number}": hang for number in range(1, HANG + 1)} | {"player": quick}
        _expect(answer, f"Where {HANG} calls hang, and a last one, 'player', answers", many, {"player"}, late)
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
        return TOGETHER
    return ""
