"""4.4.5: how far a question lies beyond what was measured."""

from math import isclose
from typing import Any

from lab.checks import Wrong, exercise

CASES: list[tuple[list[float], float, float]] = [
    ([10, 20, 40], 30, 1),
    ([10, 20, 40], 40, 1),
    ([10, 20, 40], 400, 10),
    ([10, 20, 40], 41, 41 / 40),
    ([10, 20, 40], 2, 5),
    ([40, 10, 20], 80, 2),
    ([50], 50, 1),
    ([50], 5, 10),
]


@exercise(
    "4.4.5",
    hints=(
        "Inside of what was measured nothing is stretched, and that is a factor of 1.",
        "Above, it is asked / largest. Below, it is smallest / asked. Which of the three is the largest?",
    ),
)
def stretch(answer: Any) -> str:
    """a function of a list of amounts and an amount, which returns a factor of at least 1"""
    for measured, asked, wanted in CASES:
        got = answer(list(measured), asked)
        if isinstance(got, bool) or not isinstance(got, int | float):
            raise Wrong(f"A factor is wanted. For {asked:g}, measured at {measured}, you return {got!r:.60}.")
        if not isclose(got, wanted, rel_tol=1e-9):
            raise Wrong(
                f"Measured at {', '.join(map('{:g}'.format, measured))}, and asked about {asked:g}: "
                f"that is stretched by {wanted:.4g}. You say {got:.4g}."
            )
    return "Right. The sheet begins to complain at 10. You may be stricter."
