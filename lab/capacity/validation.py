"""What a model said of several servers, what was measured, and how far the one is from the other."""

from collections.abc import Sequence
from dataclasses import dataclass

from lab.capacity.service import Service
from lab.display import Shown, Table
from lab.errors import LabError
from lab.measure import Spread


@dataclass(frozen=True)
class Point:
    """One server: what it completes, in requests a second. `naive` is what it would if processors did not matter.

    `speedup` is how many times as many as the first server it was measured to complete, by turns.
    """

    workers: int
    naive: float
    predicted: float
    measured: Spread
    speedup: Spread


class Validation(Shown):
    """Predictions beside measurements. An error is a factor, 1 or more: by how much the two differ, either way."""

    def __init__(self, service: Service, processors: float, points: Sequence[Point]) -> None:
        self.service = service
        self.processors = processors
        self.points = list(points)

    @property
    def error(self) -> float:
        """The worst error of the model."""
        return max(factor(one.predicted, one.measured) for one in self.points)

    @property
    def naive_error(self) -> float:
        """The worst error of a model in which workers never wait for a processor."""
        return max(factor(one.naive, one.measured) for one in self.points)

    @property
    def processors_used(self) -> float:
        """How many processors the busiest server had: requests a second, times the seconds that each computes.

        This is the utilisation law. It is fewer than there are where others use them as well, or two are halves of one.
        """
        busiest = max(one.measured for one in self.points)
        return min(self.processors, float(busiest) * self.service.computing)

    def point(self, workers: int) -> Point:
        """What was said and measured of so many workers. Raises LabError where no server had as many."""
        for one in self.points:
            if one.workers == workers:
                return one
        known = ", ".join(str(one.workers) for one in self.points)
        raise LabError(f"no server with {workers} workers was measured: there is {known}")

    def table(self) -> Table:
        rows = [
            [one.workers, one.naive, one.predicted, float(one.measured), *off(one.measured, one.naive, one.predicted)]
            for one in self.points
        ]
        columns = ["workers", "naive", "predicted", "measured", "naive is off by", "the model is off by"]
        return Table(columns, rows, title="Requests a second at most")

    def html(self) -> str:
        return self.table().html()

    def text(self) -> str:
        return self.table().text()


def factor(one: float, other: float) -> float:
    """By which factor two figures differ, whichever of them is the larger."""
    return max(one, other) / min(one, other)


def off(measured: float, *said: float) -> list[str]:
    """How far each of what was said lies above or below what was measured."""
    return [f"{one / measured - 1:+.0%}" for one in said]
