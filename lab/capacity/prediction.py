"""What a capacity model says of one load."""

import math
from collections.abc import Mapping
from dataclasses import dataclass

from lab.capacity.open_load import OpenLoad
from lab.display import Shown, Table


@dataclass(frozen=True, repr=False)
class Prediction(Shown):
    """A rate in requests a second, and how workers bear it. `load` is None where the queue would grow without end."""

    rate: float
    workers: int
    processors: float
    capacity: float
    busy: Mapping[str, float]
    load: OpenLoad | None = None

    @property
    def utilisation(self) -> float:
        """The rate as a share of the capacity: from 1 on the queue grows for as long as the load lasts."""
        return self.rate / self.capacity

    @property
    def p50(self) -> float:
        """The time within which half of the requests are answered, in ms; infinite where the queue has no end."""
        return self.load.p50 if self.load else math.inf

    @property
    def p95(self) -> float:
        return self.load.p95 if self.load else math.inf

    @property
    def in_flight(self) -> float:
        """How many requests are there on average, waiting or being worked on: Little's law, rate times mean time."""
        if self.load is None:
            return math.inf
        return self.rate * sum(self.load.times) / len(self.load.times) / 1000

    def late(self, patience: float) -> float:
        """The share of requests, from 0 to 1, whose answer comes after `patience` seconds."""
        return self.load.late(patience) if self.load else 1.0

    def table(self) -> Table:
        columns = ["workers", "requests a second", "at most", "utilisation", "p50, ms", "p95, ms", "in flight"]
        row = [self.workers, self.rate, self.capacity, f"{self.utilisation:.0%}", self.p50, self.p95, self.in_flight]
        return Table(columns, [row])

    def html(self) -> str:
        return self.table().html()

    def text(self) -> str:
        return self.table().text()
