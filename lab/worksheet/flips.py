"""Which number would change the sheet's mind: for each of them, the nearest value with another answer."""

import math
from collections.abc import Iterable
from dataclasses import dataclass

from lab.worksheet.choosing import choose
from lab.worksheet.inputs import Figures, Input

BOUNDED_BY = {"teams": "team", "on_call": "team", "part": "outage"}
"""Fewer people cannot be in more groups, and a part that is away costs no more than everything."""


@dataclass(frozen=True)
class Flip:
    """One number, what it is, and the nearest value with which the answer is another: None if none is in reach."""

    input: Input
    value: float
    needed: float | None = None
    stage: str = ""

    @property
    def factor(self) -> float:
        """By which factor it would have to differ: infinite for what cannot be said as a factor, or never happens."""
        if self.needed is None or self.input.kind == "yes or no" or not self.value or not self.needed:
            return math.inf
        return max(self.value, self.needed) / min(self.value, self.needed)


def changed(figures: Figures, name: str, value: float) -> dict[str, float]:
    """The figures with one of them changed, and with it those that it bounds."""
    new = {**figures, name: value}
    for bounded, by in BOUNDED_BY.items():
        if by == name:
            new[bounded] = min(new[bounded], value)
    return new


def flip(figures: Figures, before: str, one: Input) -> Flip:
    """The nearest value of one number with which the answer is another."""
    answer, value = choose(figures, before).stage, figures[one.name]
    bound = figures[BOUNDED_BY[one.name]] if one.name in BOUNDED_BY else math.inf
    for other in one.others(value):
        if other > bound:
            continue
        stage = choose(changed(figures, one.name, other), before).stage
        if stage != answer:
            return Flip(one, value, other, stage)
    return Flip(one, value)


def flips(figures: Figures, before: str, inputs: Iterable[Input]) -> list[Flip]:
    """One for each number. What is nearest as a factor comes first, what is out of reach last."""
    found = [flip(figures, before, one) for one in inputs]
    return sorted(found, key=lambda one: (one.needed is None, one.factor))
