"""2.4.4: permits that are remembered, held against a clock of our own and a permitter that is slow and away."""

from collections.abc import Callable
from typing import Any

from lab.checks import Wrong, exercise

READ, WRITE = "GET /things", "POST /things"


class _Permitter:
    """Says what is permitted at the moment in which it is asked; then its answer travels."""

    def __init__(self) -> None:
        self.time = 100.0
        self.permitted = {READ}
        self.travels = 0.0  # seconds
        self.away = False
        self.asked = 0

    def now(self) -> float:
        return self.time

    def ask(self) -> set[str]:
        self.asked += 1
        said = set(self.permitted)
        self.time += self.travels
        if self.away:
            raise OSError("nobody answers")
        return said


@exercise(
    "2.4.4",
    hints=(
        "Note the time before you ask, and keep it with the answer.",
        "Look at the age twice: before, to know whether to ask, and after, since the answer may have taken long.",
        "Where ask raises OSError, nothing fresh is left, or you would not have asked: 503.",
    ),
)
def five_seconds(answer: Any) -> str:
    """a class Permits(ask, now) with a method status(operation)"""
    for case in (_permits_and_denies, _asks_once, _forgets, _counts_from_the_question, _is_late, _closes, _comes_back):
        case(answer)
    return "Right. Whoever was thrown out is outside within five seconds, and nobody gets in by silence."


def _permits_and_denies(answer: Any) -> None:
    _, status = _new(answer)
    _expect(status(READ), 200, "It is permitted")
    _expect(status(WRITE), 403, "It is not permitted")


def _asks_once(answer: Any) -> None:
    permitter, status = _new(answer)
    for _ in range(4):
        status(READ)
        permitter.time += 1
    status(WRITE)
    if permitter.asked > 1:
        raise Wrong(f"Within 4 seconds you asked {permitter.asked} times. What is fresh is used, and nobody is asked.")


def _forgets(answer: Any) -> None:
    permitter, status = _new(answer)
    status(READ)
    permitter.permitted = set()
    permitter.time += 4.9
    _expect(status(READ), 200, "It was permitted 4.9 s ago, and is remembered")
    permitter.time += 0.1
    _expect(status(READ), 403, "It was revoked 5 s ago")


def _counts_from_the_question(answer: Any) -> None:
    permitter, status = _new(answer)
    permitter.travels = 3
    _expect(status(READ), 200, "The answer came 3 s after the question")
    permitter.permitted, permitter.travels = set(), 0
    permitter.time += 2.5
    _expect(status(READ), 403, "The question was sent 5.5 s ago (its answer came 2.5 s ago), and it was revoked since")


def _is_late(answer: Any) -> None:
    permitter, status = _new(answer)
    permitter.travels = 6
    _expect(status(READ), 503, "The answer was on its way for 6 s, so it is not fresh when it comes")


def _closes(answer: Any) -> None:
    permitter, status = _new(answer)
    permitter.away = True
    _expect(status(READ), 503, "Nothing is known, and the permitter is away")
    permitter, status = _new(answer)
    status(READ)
    permitter.away = True
    permitter.time += 4
    _expect(status(READ), 200, "The permitter is away, and 4 s ago it was permitted")
    permitter.time += 2
    _expect(status(READ), 503, "The permitter is away, and what is known is 6 s old")


def _comes_back(answer: Any) -> None:
    permitter, status = _new(answer)
    status(READ)
    permitter.away = True
    permitter.time += 6
    status(READ)
    permitter.away = False
    permitter.time += 1
    _expect(status(READ), 200, "The permitter was away and is back")


def _new(answer: Any) -> tuple[_Permitter, Callable[[str], Any]]:
    """A permitter, and somebody who has not asked it yet."""
    permitter = _Permitter()
    return permitter, answer(permitter.ask, permitter.now).status


def _expect(got: Any, wanted: int, what: str) -> None:
    if got != wanted:
        raise Wrong(f"{what}: {wanted} is wanted, and you return {got!r:.40}.")
