"""What a comparison found."""

from collections.abc import Mapping, Sequence

from lab.display import Shown, Table
from lab.display.plots import bars
from lab.errors import LabError
from lab.measure.spread import Spread, clearly_more


class Comparison(Shown):
    """Several sides measured by turns. Ratios are made within each round, so a slow moment counts for both sides."""

    def __init__(self, measured: Mapping[str, Sequence[float]], *, baseline: str, unit: str = "ms") -> None:
        self.measured = {name: list(values) for name, values in measured.items()}
        self.baseline = baseline
        self.unit = unit

    def median(self, side: str) -> Spread:
        """A side's value: the median over its rounds, with the lowest and the highest."""
        return Spread.of(self._values(side))

    def ratio(self, side: str, to: str | None = None) -> Spread:
        """How many times the value of the baseline (or of `to`) this side's is: of times, 2 means twice as slow."""
        other = self._values(to or self.baseline)
        if not all(other):
            raise LabError(f"{to or self.baseline} measured zero, and nothing can be held against zero: measure longer")
        return Spread.of(value / base for value, base in zip(self._values(side), other, strict=True))

    def faster(self, one: str, other: str, *, margin: float = 1.2) -> bool:
        """Whether `one` took less than `other` beyond doubt: by the factor `margin`, or in every single round."""
        return clearly_more(self.median(other), self.median(one), margin=margin)

    def _values(self, side: str) -> list[float]:
        if side not in self.measured:
            raise LabError(f"there is no side {side!r} in this comparison: it has {', '.join(self.measured)}")
        return self.measured[side]

    def table(self) -> Table:
        rows = []
        for name in self.measured:
            middle = self.median(name)
            ratio = self.ratio(name) if all(self._values(self.baseline)) else None
            against = "" if ratio is None or name == self.baseline else str(ratio)
            rows.append([name, float(middle), middle.low, middle.high, against])
        columns = ["side", f"median, {self.unit}", "lowest", "highest", f"× {self.baseline}"]
        return Table(columns, rows, title=f"By turns, {len(self._values(self.baseline))} rounds")

    def html(self) -> str:
        plot = bars(
            {name: self.median(name) for name in self.measured},
            unit=self.unit,
            title=f"Median of each side in {self.unit}, with the lowest and highest round",
        )
        return self.table().html() + plot

    def text(self) -> str:
        return self.table().text()
