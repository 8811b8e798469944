"""1.3.1: how many processes are enough."""

import math
from typing import Any

from lab.checks import Wrong, exercise

PLACES = (  # rate, seconds, threads: all of it exact in binary, so that nobody fails for a rounding error
    (40, 0.25, 8),
    (8, 0.5, 4),
    (9, 0.5, 4),
    (100, 0.125, 1),
    (3, 2, 8),
    (0, 2, 8),
)


FREE = 0.5


@exercise(
    "1.3.1",
    hints=(
        "How many are inside at a time? Forty a second who stay a quarter of a second each are ten.",
        "Only half of the places may be taken, so there must be twice as many places as guests inside.",
        "A process has `threads` places. 2.1 processes are three: math.ceil. And none at all serves nobody.",
    ),
)
def processes_needed(answer: Any) -> str:
    """a function that takes rate, seconds and threads, and returns a number of processes"""
    for rate, seconds, threads in PLACES:
        inside = rate * seconds
        expected = max(1, math.ceil(inside / FREE / threads))
        got = answer(rate, seconds, threads)
        if isinstance(got, bool) or got != expected:
            raise Wrong(
                f"{rate} requests a second of {seconds:g} s each are {inside:g} at a time, so there should be "
                f"{inside / FREE:g} places: with {threads} threads each that is {expected} processes. You say {got!r}."
            )
        if not isinstance(got, int):
            raise Wrong(f"You return {got!r}: nobody starts half a process. math.ceil gives a whole number.")
    return "Right. Measure the seconds, count the guests, multiply: the rest is paying for memory."
