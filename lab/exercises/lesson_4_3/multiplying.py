"""4.3.2: what becomes of one click, where each layer tries again."""

from math import prod
from typing import Any

from lab.checks import Wrong, exercise

CASES = [
    ("two layers that try three times each", [3, 3]),
    ("two layers that try once each, so that nobody repeats anything", [1, 1]),
    ("one layer that tries three times", [3]),
    ("three layers that try three times each", [3, 3, 3]),
    ("three layers, of which the one in the middle alone repeats", [1, 4, 1]),
    ("three layers that try two, three and four times", [2, 3, 4]),
    ("nobody between the click and the last one", []),
]


@exercise(
    "4.3.2",
    hints=(
        "The front calls the middle so many times. What does the middle do for each of these calls?",
        "It knows nothing of the other tries. So each of the front's tries costs all of the middle's.",
        "They multiply. math.prod of an empty list is 1, as it should be.",
    ),
)
def reaching(answer: Any) -> str:
    """a function of a list of whole numbers, which returns a whole number"""
    for what, tries in CASES:
        got = answer(list(tries))
        if isinstance(got, bool) or not isinstance(got, int):
            raise Wrong(f"A whole number of requests is wanted. With {what} you return {got!r:.60}.")
        wanted = prod(tries)
        if got != wanted:
            raise Wrong(
                f"With {what}, {tries}, the last one is asked {wanted:,} times. You say {got:,}.{_why(got, tries)}"
            )
    return "Right. And somebody who sees an error and clicks again is one more layer, without any budget."


def _why(got: int, tries: list[int]) -> str:
    if got == sum(tries):
        return " You add them up, but each try of one layer sets off all tries of the next."
    if got == prod(each - 1 for each in tries):
        return " The first try is a request as well."
    if tries and got in {tries[0] ** len(tries), tries[-1] ** len(tries), max(tries) ** len(tries)}:
        return " Not all layers try equally often."
    return ""
