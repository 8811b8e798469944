"""The answer over two numbers, as a small map with you on it."""

from collections import Counter

from lab.display import Shown, Table, short
from lab.errors import LabError
from lab.worksheet.arrangements import STAGES
from lab.worksheet.choosing import choose
from lab.worksheet.drawing import drawn
from lab.worksheet.flips import BOUNDED_BY, changed
from lab.worksheet.inputs import REACH, Figures, Input

STEPS = 36


class Map(Shown):
    """Which stage is the answer where. `cells[row][column]` belongs to `rows[row]` of y and `columns[column]` of x."""

    def __init__(self, figures: Figures, before: str, x: Input, y: Input) -> None:
        self.x, self.y = x, y
        self.here = (figures[x.name], figures[y.name])
        self.stage = choose(figures, before).stage
        self.columns, self.rows = _along(x, self.here[0]), _along(y, self.here[1])
        self.cells = [
            [choose(_at(figures, {x.name: one, y.name: other}), before).stage for one in self.columns]
            for other in self.rows
        ]

    @property
    def shares(self) -> dict[str, float]:
        """Which share of the map each stage has, those without any left out."""
        counted = Counter(stage for row in self.cells for stage in row)
        return {stage: counted[stage] / counted.total() for stage in STAGES if counted[stage]}

    def table(self) -> Table:
        """A few points of it."""
        across, up = _few(len(self.columns)), _few(len(self.rows))
        rows = [[short(self.rows[row]), *(self.cells[row][each] for each in across)] for row in reversed(up)]
        names = [f"{self.x.name} {short(self.columns[each])}" for each in across]
        return Table([self.y.name, *names], rows, title=self.title())

    def title(self) -> str:
        here = f"{self.x.name} {short(self.here[0])} and {self.y.name} {short(self.here[1])}"
        return f"You are at {here}: {self.stage}"

    def html(self) -> str:
        return drawn(self)

    def text(self) -> str:
        return self.table().text()


def axis(inputs: dict[str, Input], name: str) -> Input:
    """The number by which a map is drawn. Raises LabError where there is none of this name, or it is a yes or a no."""
    found = inputs.get(name)
    if found is None or found.kind == "yes or no":
        amounts = ", ".join(one.name for one in inputs.values() if one.kind != "yes or no")
        raise LabError(f"a map cannot be drawn along {name!r}; it can be along {amounts}")
    return found


def _along(one: Input, value: float) -> list[float]:
    if value > 0:
        low, high = max(one.low, value / REACH, 0.01), min(one.high, value * REACH)
        found = [low * (high / low) ** (step / (STEPS - 1)) for step in range(STEPS)]
    else:
        found = [min(one.high, REACH) * step / (STEPS - 1) for step in range(STEPS)]
    return sorted({float(round(each)) for each in found}) if one.kind == "whole" else found


def _at(figures: Figures, values: dict[str, float]) -> Figures:
    for name in sorted(values, key=lambda one: one in BOUNDED_BY):  # what bounds comes first
        bound = figures[BOUNDED_BY[name]] if name in BOUNDED_BY else values[name]
        figures = changed(figures, name, min(values[name], bound))
    return figures


def _few(count: int) -> list[int]:
    return sorted({round(step * (count - 1) / 5) for step in range(6)})
