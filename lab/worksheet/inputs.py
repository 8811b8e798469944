"""One number that the worksheet wants: what it means, and between which values it makes sense."""

import math
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Literal

from lab.display import short

Figures = Mapping[str, float]
"""Every number of a sheet by its name. Yes is 1 and no is 0."""

REACH = 20
"""Nobody is wrong about themselves by a larger factor."""


@dataclass(frozen=True)
class Input:
    """A number with a name. `source` says where its default comes from."""

    name: str
    what: str
    default: float
    low: float
    high: float
    unit: str = ""
    kind: Literal["whole", "real", "yes or no"] = "real"
    source: str = ""

    @property
    def whose(self) -> str:
        """By whom its value is: you, a guess, or measured."""
        return "a guess" if self.source else "you"

    def said(self, value: float) -> str:
        """A value as people read it."""
        if self.kind == "yes or no":
            return "yes" if value else "no"
        return plain(value) + (self.unit if self.unit in {"x", "%"} else "")

    def others(self, value: float) -> list[float]:
        """The values that one would try in its place, the nearest first.

        They have two digits, since nobody estimates in three, and reach up to REACH times as far as the value itself.
        """
        least, most = (value / REACH, value * REACH) if value else (0.0, math.inf)
        tried = [each for each in _tried(self) if each != value and (least <= each <= most or self.kind == "yes or no")]
        return sorted(tried, key=lambda each: (round(abs(each - value), 9), each))


def plain(value: float) -> str:
    """A number in three digits, without zeros at its end: 1.5 and not 1.50."""
    said = short(value)
    return said.rstrip("0").rstrip(".") if "." in said else said


@cache
def _tried(one: Input) -> tuple[float, ...]:
    if one.kind == "yes or no":
        return (0.0, 1.0)
    rounded = (digits * 10.0**power for power in range(-2, 5) for digits in range(10, 100))
    inside = {float(f"{each:.2g}") for each in rounded if one.low <= each <= one.high}
    if one.kind == "whole":
        inside = {each for each in inside if each == int(each)} | set(map(float, range(int(one.low), 10)))
    return tuple(sorted(inside | {one.low, one.high}))
