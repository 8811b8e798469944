"""3.5.3: the smallest number of workers with which hardly anybody waits long."""

from math import exp
from typing import Any

from lab.capacity import erlang_c
from lab.checks import Wrong, exercise

PROMISE = 0.05
CASES = [
    ("10 requests a second of 0.1 s, and 0.1 s of patience", 10, 0.1, 0.1),
    ("80 requests a second of 0.05 s, and 0.1 s of patience", 80, 0.05, 0.1),
    ("80 requests a second of 0.05 s, and 0.01 s of patience", 80, 0.05, 0.01),
    ("100 requests a second of 0.2 s, and 1 s of patience", 100, 0.2, 1.0),
    ("1 request a second of 0.01 s, and 1 s of patience", 1, 0.01, 1.0),
]


@exercise(
    "3.5.3",
    hints=(
        "The offered load is rate times service time. With as many workers as that, or fewer, the queue never ends: "
        "begin one above it.",
        "Who waits longer than t: erlang_c(workers, load) * exp(-(workers / seconds - rate) * t).",
        "As long as that is more than 0.05, take one worker more.",
    ),
)
def enough(answer: Any) -> str:
    """a function of a rate, a service time and a patience in seconds, which returns a whole number of workers"""
    for what, rate, seconds, patience in CASES:
        got = answer(rate, seconds, patience)
        if isinstance(got, bool) or not isinstance(got, int):
            raise Wrong(f"A whole number of workers is wanted. With {what} you return {got!r:.60}.")
        if got < 1:
            raise Wrong(f"With {what} you take {got} workers: nobody would ever be served.")
        workers = "1 worker" if got == 1 else f"{got} workers"
        if got <= rate * seconds:
            raise Wrong(f"With {what} and {workers}, more comes in than goes out: the queue grows without end.")
        if (share := longer(got, rate, seconds, patience)) > PROMISE:
            raise Wrong(f"With {what} and {workers}, {share:.0%} wait longer than that. It takes more of them.")
        if got - 1 > rate * seconds and longer(got - 1, rate, seconds, patience) <= PROMISE:
            raise Wrong(f"With {what} you take {workers}, and {got - 1} would keep the promise as well.")
    return "Right. Look how few are idle where many work together: a large queue is a cheap one."


def longer(workers: int, rate: float, seconds: float, patience: float) -> float:
    """The share of requests that wait longer than `patience` for a worker, where there are enough to keep up."""
    return erlang_c(workers, rate * seconds) * exp(-(workers / seconds - rate) * patience)
