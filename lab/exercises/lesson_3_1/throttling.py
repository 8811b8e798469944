"""3.1.2: how long a request takes that is made to wait in its middle."""

import math
from collections.abc import Callable
from typing import Any

from lab.checks import Wrong, exercise

PERIOD = 100.0  # ms, the kernel's own unless it is told otherwise
CASES: list[tuple[float, float, float]] = [
    (80, 0.5, 130),
    (30, 0.5, 30),
    (50, 0.5, 50),
    (51, 0.5, 101),
    (100, 0.5, 150),
    (120, 0.5, 220),
    (90, 0.25, 315),
    (250, 1.0, 250),
    (250, 2.0, 250),
    (0, 0.5, 0),
]


@exercise(
    "3.1.2",
    hints=(
        "In each period there are cpus * 100 ms of work to be had, and no more than 100 by one thread.",
        "All periods but the last are used up whole, and each of them lasts 100 ms.",
        "50 ms with cpus=0.5 are done after 50 ms. math.ceil(work / share) - 1 is how many periods were waited for.",
    ),
)
def elapsed(answer: Callable[[float, float], Any]) -> str:
    """a function of the work in ms and the processors, which returns ms"""
    for work, cpus, wanted in CASES:
        try:
            got = answer(work, cpus)
        except Exception as error:
            raise Wrong(f"With {work:g} ms and cpus={cpus:g} you raised {type(error).__name__}: {error}") from error
        if not isinstance(got, int | float) or not math.isclose(got, wanted, abs_tol=1e-6):
            raise Wrong(f"{work:g} ms of work with cpus={cpus:g} are done after {wanted:g} ms. You say {got!r:.40}.")
    return "Right. Twice the work can be four times the waiting, and no line of code has become slower."
