"""What many writers sold, what was refused, and what was lost."""

import math
from collections import Counter
from collections.abc import Sequence

from lab.data.selling import Done
from lab.display import Shown, Table
from lab.display.plots import bars
from lab.errors import LabError
from lab.measure.spread import Spread


class Shift:
    """One counter, so many writers, and what became of their sales."""

    def __init__(self, way: str, writers: int, done: Sequence[Done], counted: int) -> None:
        self.way = way
        self.writers = writers
        self.times = sorted(time for one in done for time in one.times)
        self.refusals: Counter[str] = sum((one.refusals for one in done), Counter())
        self.counted = counted

    @property
    def sold(self) -> int:
        """Sales that the database has confirmed."""
        return len(self.times)

    @property
    def refused(self) -> int:
        """Sales that ended in an error."""
        return self.refusals.total()

    @property
    def tried(self) -> int:
        return self.sold + self.refused

    @property
    def lost(self) -> int:
        """Sales that were confirmed, and are not in the counter."""
        return self.sold - self.counted

    @property
    def p50(self) -> float:
        return self._within(50)

    @property
    def p95(self) -> float:
        return self._within(95)

    @property
    def longest(self) -> float:
        return self._within(100)

    def _within(self, percent: float) -> float:
        """The time, in ms, within which `percent` of the confirmed sales were made. NaN where none was."""
        if not self.times:
            return math.nan
        return self.times[max(0, math.ceil(percent / 100 * self.sold) - 1)]


class Sales(Shown):
    """All shifts: `sales["WAL", 8]` is one of them."""

    def __init__(self, shifts: Sequence[Shift]) -> None:
        self.shifts = list(shifts)

    def __getitem__(self, which: tuple[str, int]) -> Shift:
        for shift in self.shifts:
            if (shift.way, shift.writers) == which:
                return shift
        known = ", ".join(f"[{shift.way!r}, {shift.writers}]" for shift in self.shifts)
        raise LabError(f"nobody sold so: {list(which)}. There is {known}")

    def table(self) -> Table:
        ways = list(dict.fromkeys(shift.way for shift in self.shifts))
        rows = [
            [shift.way, shift.writers, shift.sold, shift.refused, shift.lost, _ms(shift.p95), _ms(shift.longest)]
            for shift in sorted(self.shifts, key=lambda one: ways.index(one.way))
        ]
        return Table(["counter", "writers", "sold", "refused", "lost", "p95, ms", "longest, ms"], rows)

    def html(self) -> str:
        most = max(shift.writers for shift in self.shifts)
        values = {
            shift.way: Spread(shift.p95, shift.p50, shift.longest)
            for shift in self.shifts
            if shift.writers == most and shift.times
        }
        if not values:
            return self.table().html()
        title = f"With {most} writers: p95 of the sales that were made, and a line from p50 to the longest"
        return f'{self.table().html()}<p class="lab-note">{title}</p>{bars(values, unit="ms", title=title)}'

    def text(self) -> str:
        said: Counter[str] = sum((shift.refusals for shift in self.shifts), Counter())
        lines = [f"refused {count} times: {reason}" for reason, count in said.most_common(3)]
        return "\n".join([self.table().text(), *lines])


def _ms(value: float) -> float | None:
    return None if math.isnan(value) else value
