"""Everything that there is only so much of, and which of it is used up first."""

import math
from collections.abc import Sequence
from dataclasses import dataclass

from lab.capacity.service import Service
from lab.display import Shown, Table
from lab.errors import LabError


@dataclass(frozen=True)
class Limit:
    """So much is `there`; `always` is taken before anybody comes, and `each` by every request a second."""

    name: str
    there: float
    each: float = 0.0
    always: float = 0.0
    unit: str = ""

    @property
    def full_at(self) -> float:
        """The requests a second at which it is used up: 0 if it is so from the beginning, infinite if never."""
        if self.always > self.there:
            return 0.0
        return (self.there - self.always) / self.each if self.each else math.inf

    def share(self, rate: float) -> float:
        """How much of it `rate` requests a second take: from 1 on they take more than there is."""
        return (self.always + self.each * rate) / self.there


@dataclass(frozen=True)
class Machine:
    """One machine, and what runs on it. Memory is in MiB."""

    service: Service
    workers: int
    processors: float
    memory: float = 2048
    worker_memory: float = 60
    connections_per_worker: int = 1

    @property
    def capacity(self) -> float:
        """The most requests a second that its workers complete, who share its processors."""
        return self.service.capacity(self.workers, self.processors)


@dataclass(frozen=True)
class Database:
    """One database for all machines. `computing` are the seconds that it computes for a request."""

    connections: int = 300
    reserved: int = 3
    computing: float = 0.001
    processors: float = 8


class Breaking(Shown):
    """Limits at a load: how much of each is taken, the one that is used up at the lowest rate first."""

    def __init__(self, limits: Sequence[Limit], *, rate: float, machines: int) -> None:
        self.limits = sorted(limits, key=lambda limit: (limit.full_at, -limit.share(rate)))
        self.rate = rate
        self.machines = machines

    @property
    def first(self) -> Limit:
        """The first thing to break as more and more requests come."""
        return self.limits[0]

    @property
    def broken(self) -> list[str]:
        """What is used up already at this rate."""
        return [limit.name for limit in self.limits if limit.share(self.rate) > 1]

    def table(self) -> Table:
        rows = [
            [one.name, one.there, one.unit, f"{one.share(self.rate):.0%}", _said(one.full_at)] for one in self.limits
        ]
        machines = "1 machine" if self.machines == 1 else f"{self.machines:,} machines"
        columns = ["limit", "there is", "of what", "taken", "used up at, requests a second"]
        return Table(columns, rows, title=f"{machines} at {self.rate:,.0f} requests a second")

    def html(self) -> str:
        return self.table().html()

    def text(self) -> str:
        return self.table().text()


def first_to_break(
    rate: float,
    machine: Machine,
    database: Database | None = None,
    *,
    machines: int | None = 1,
    busy: float = 0.7,
    others: Sequence[Limit] = (),
) -> Breaking:
    """Which limit is used up first by `rate` requests a second: `first_to_break(2_000, machine).first.name`.

    With `machines=None` there are as many machines as it takes to keep each of them `busy` to that share at most: then
    machines are bought as the rate grows, and what can still break is what they share. `others` are limits of your own.
    """
    if rate < 0 or not 0 < busy <= 1 or (machines is not None and machines < 1):
        raise LabError(
            f"a rate of {rate:g} on {machines} machines that are busy to {busy:g} makes no sense: "
            "the rate is zero or more, there is at least one machine, and busy is a share up to 1"
        )
    database = database or Database()
    shared = [Limit("database: processors", database.processors, database.computing, unit="processors")]
    opened = machine.workers * machine.connections_per_worker
    free = database.connections - database.reserved
    memory = Limit("memory", machine.memory, always=machine.workers * machine.worker_memory, unit="MiB a machine")
    if machines is None:
        a_machine = machine.capacity * busy
        connections = Limit("database: connections", free, opened / a_machine, unit="connections")
        own = [memory]
        machines = max(1, math.ceil(rate / a_machine))
    else:
        connections = Limit("database: connections", free, always=machines * opened, unit="connections")
        service = machine.service
        own = [
            memory,
            Limit("workers", machines * machine.workers, service.seconds, unit="workers"),
            Limit("processors", machines * machine.processors, service.computing, unit="processors"),
        ]
    return Breaking([*own, connections, *shared, *others], rate=rate, machines=machines)


def _said(rate: float) -> str:
    if rate == math.inf:
        return "never"
    return "from the beginning" if rate == 0 else f"{rate:,.0f}"
