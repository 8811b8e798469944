"""A measured value that remembers how far its measurements lay apart."""

from collections.abc import Iterable
from statistics import median
from typing import Self

from lab.display.numbers import short


class Spread(float):
    """The median of several measurements: a number like any other, with the lowest and the highest beside it."""

    low: float
    high: float

    def __new__(cls, value: float, low: float, high: float) -> Self:
        spread = super().__new__(cls, value)
        spread.low = float(low)
        spread.high = float(high)
        return spread

    @classmethod
    def of(cls, values: Iterable[float]) -> Self:
        """The spread of these measurements."""
        found = sorted(values)
        return cls(median(found), found[0], found[-1])

    def __repr__(self) -> str:
        return f"{short(float(self))} ({short(self.low)} to {short(self.high)})"

    __str__ = __repr__

    def __getnewargs__(self) -> tuple[float, float, float]:  # type: ignore[override]  # float's own has one value
        return float(self), self.low, self.high


def as_spread(value: float) -> Spread:
    """`value` with its spread; a plain number has none."""
    return value if isinstance(value, Spread) else Spread(float(value), float(value), float(value))


def clearly_more(one: float, other: float, *, margin: float = 1.2) -> bool:
    """Whether `one` is more than `other` beyond doubt: by the factor `margin`, or with all of its measurements."""
    first, second = as_spread(one), as_spread(other)
    return float(first) >= margin * float(second) > 0 or first.low > second.high
