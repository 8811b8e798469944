"""2.6.2: how often everything is there that a request needs."""

from math import isclose
from typing import Any

from lab.checks import Wrong, exercise

CASES = [
    ("one part that is there nine times out of ten", [0.9], 0.9),
    ("two parts that are there nine times out of ten", [0.9, 0.9], 0.81),
    ("one part that never is there among good ones", [1.0, 0.0, 1.0], 0.0),
    ("a good part and a poor one", [1.0, 0.5], 0.5),
    ("five parts with two nines", [0.99] * 5, 0.99**5),
    ("nothing at all", [], 1.0),
]


@exercise(
    "2.6.2",
    hints=(
        "All of them have to be there at the same time. Two coins: how often do both show heads?",
        "Multiply. math.prod does it, also for an empty list.",
    ),
)
def availability(answer: Any) -> str:
    """a function of a list of shares between 0 and 1, which returns a share"""
    for what, parts, wanted in CASES:
        got = answer(list(parts))
        if not isinstance(got, int | float) or isinstance(got, bool):
            raise Wrong(f"A share is wanted, a number between 0 and 1. For {what} you return {got!r}.")
        if not isclose(got, wanted, abs_tol=1e-9):
            raise Wrong(f"A request that needs {what} is answered {wanted:.4g} of the time. You say {got:.4g}.")
    return "Right. Each part that has to be there takes a bite, and no part gives one back."
