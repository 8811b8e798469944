"""3.5.2: Little's law, with the units that monitoring really shows."""

from math import isclose
from typing import Any

from lab.checks import Wrong, exercise
from lab.exercises.lesson_3_5.numbers import number

CASES = [
    ("6,000 requests a minute that hold a connection for 40 ms each", 6000, 40, 4.0),
    ("60 requests a minute that hold a connection for 1,000 ms each", 60, 1000, 1.0),
    ("6,000 requests a minute, when a query has become slow and holds it for 2,000 ms", 6000, 2000, 200.0),
    ("30 requests a minute that hold a connection for 10 ms each", 30, 10, 0.005),
    ("nobody who asks", 0, 40, 0.0),
]


@exercise(
    "3.5.2",
    hints=(
        "One request a second that holds a connection for one second: how many are held on average?",
        "Rate times time. Both in the same unit first: requests a second, and seconds.",
    ),
)
def held(answer: Any) -> str:
    """a function of a rate in requests a minute and a time in ms, which returns a number of connections"""
    for what, per_minute, milliseconds, wanted in CASES:
        got = number(answer(per_minute, milliseconds), what)
        if not isclose(got, wanted, rel_tol=1e-6, abs_tol=1e-9):
            raise Wrong(f"With {what}, {wanted:g} connections are held on average. You say {got:g}.{_why(got, wanted)}")
    return "Right. A query that becomes fifty times as slow needs fifty times the connections, for the same people."


def _why(got: float, wanted: float) -> str:
    if wanted and isclose(got, wanted * 60, rel_tol=0.01):
        return " A minute has 60 seconds."
    if wanted and isclose(got, wanted * 1000, rel_tol=0.01):
        return " 1,000 ms are one second."
    return ""
