"""3.1.3: processors shared by weight."""

import math
from collections.abc import Callable, Mapping
from typing import Any

from lab.checks import Wrong, exercise

CASES: list[tuple[dict[str, float], float, dict[str, float]]] = [
    ({"notice": 2.0, "link": 0.1}, 2, {"notice": 1.9, "link": 0.1}),
    ({"link": 0.1, "notice": 2.0}, 2, {"notice": 1.9, "link": 0.1}),
    ({"notice": 0.5, "link": 0.5}, 2, {"notice": 0.5, "link": 0.5}),
    ({"notice": 2.0, "link": 2.0}, 2, {"notice": 1.0, "link": 1.0}),
    ({"notice": 4.0, "app": 0.5, "link": 1.0}, 3, {"notice": 1.5, "app": 0.5, "link": 1.0}),
    ({"a": 3.0, "b": 3.0, "c": 0.2, "d": 0.8}, 4, {"a": 1.5, "b": 1.5, "c": 0.2, "d": 0.8}),
    ({"notice": 3.0}, 2, {"notice": 2.0}),
    ({"notice": 0.0, "link": 1.0}, 2, {"notice": 0.0, "link": 1.0}),
    ({}, 2, {}),
]


@exercise(
    "3.1.3",
    hints=(
        "Whoever wants least is served first, since an equal share is enough for them or for nobody.",
        "After each one the share is anew what is left, divided by those who are left.",
    ),
)
def fair(answer: Callable[[dict[str, float], float], Any]) -> str:
    """a function of what each wants and how many processors there are, which returns a dictionary"""
    for wanted, processors, right in CASES:
        try:
            got = answer(dict(wanted), processors)
        except Exception as error:
            raise Wrong(f"With {wanted} on {processors} you raised {type(error).__name__}: {error}") from error
        if not isinstance(got, Mapping) or set(got) != set(right):
            raise Wrong(f"With {wanted} a dictionary with the same names is wanted. You return {got!r:.60}.")
        for name, share in right.items():
            if not isinstance(got[name], int | float) or not math.isclose(got[name], share, abs_tol=1e-9):
                raise Wrong(
                    f"With {wanted} on {processors} processors {name} gets {share:g}. You say {got[name]!r:.40}."
                )
    return "Right. Nothing is wasted, and nobody can say beforehand what they will get."
