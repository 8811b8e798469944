"""3.1.1: a percentile by nearest rank."""

import math
import random
from collections.abc import Callable, Sequence
from typing import Any

from lab.checks import Wrong, exercise

RANDOM = random.Random(31)  # noqa: S311 (cases, no secret)
CASES: list[list[float]] = [[7.0], [3.0, 1.0], [5.0, 1.0, 4.0, 2.0, 3.0], [2.0] * 10, [*map(float, range(20, 0, -1))]]
CASES += [[round(RANDOM.expovariate(0.1), 1) for _ in range(count)] for count in (19, 40, 101)]
PERCENTS = (0, 1, 50, 75, 95, 99, 100)


@exercise(
    "3.1.1",
    hints=(
        "Sort a copy first: sorted(times) makes one.",
        "Of 20 times the 95th percentile is the 19th, and lists count from 0.",
        "95 % of 19 times are 18.05: at least so many, so round up.",
    ),
)
def percentile(answer: Callable[[list[float], float], Any]) -> str:
    """a function of a list of times and a number from 0 to 100"""
    for times, percent in ((times, percent) for times in CASES for percent in PERCENTS):
        wanted = sorted(times)[max(1, math.ceil(percent / 100 * len(times))) - 1]
        given = list(times)
        got = _asked(answer, given, percent)
        told = f"Of {_some(times)} the {percent}th percentile"
        if got != wanted:
            raise Wrong(f"{told} is {wanted:g}. You say {got!r:.40}.")
        if given != times:
            raise Wrong(f"{told} is right, and you have changed the order of a list that is somebody else's.")
    if (got := _asked(answer, [], 95)) is not None:
        raise Wrong(f"Of no times at all there is no percentile: None is wanted, and you say {got!r:.40}.")
    return "Right. It is a time that somebody really waited, so you can ask them."


def _asked(answer: Callable[[list[float], float], Any], times: list[float], percent: float) -> Any:
    try:
        return answer(times, percent)
    except Exception as error:
        raise Wrong(f"With {_some(times)} and {percent} you raised {type(error).__name__}: {error}") from error


def _some(times: Sequence[float]) -> str:
    return f"{len(times)} times" if len(times) > 6 else f"{list(times)}"
