"""How long a model said that requests would take, and how long they took."""

from collections.abc import Sequence
from dataclasses import dataclass

from lab.capacity.drawing import p95_by_rate
from lab.capacity.open_load import OpenLoad
from lab.capacity.service import Service
from lab.capacity.validation import factor, off
from lab.display import Shown, Table
from lab.errors import LabError


@dataclass(frozen=True)
class Timed:
    """One server under `rate` requests a second: how they would fare, and how they fared."""

    workers: int
    rate: float
    predicted: OpenLoad
    measured: OpenLoad


class Timing(Shown):
    """Predicted and measured times, in ms. An error is a factor, 1 or more."""

    def __init__(self, service: Service, processors: float, servers: Sequence[Timed]) -> None:
        self.service = service
        self.processors = processors
        self.servers = list(servers)

    @property
    def error(self) -> float:
        """The worst error of a predicted p95."""
        return max(factor(one.predicted.p95, one.measured.p95) for one in self.servers)

    def server(self, workers: int) -> Timed:
        """What was said and measured of so many workers. Raises LabError where no server had as many."""
        for one in self.servers:
            if one.workers == workers:
                return one
        known = ", ".join(str(one.workers) for one in self.servers)
        raise LabError(f"no server with {workers} workers was timed: there is {known}")

    def table(self) -> Table:
        rows = [
            [one.workers, one.rate, said.p50, found.p50, said.p95, found.p95, *off(found.p95, said.p95)]
            for one in self.servers
            for said, found in [(one.predicted, one.measured)]
        ]
        columns = ["workers", "a second", "p50 said", "p50 found", "p95 said", "p95 found", "off by"]
        return Table(columns, rows, title="How long requests take that arrive by themselves, in ms")

    def html(self) -> str:
        return self.table().html() + p95_by_rate(self.service, self.processors, self.servers)

    def text(self) -> str:
        return self.table().text()
