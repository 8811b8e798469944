"""How requests fared that came when they wanted to."""

from collections.abc import Mapping, Sequence

from lab.display import Table
from lab.measure import Load


class OpenLoad(Load):
    """What became of requests that arrive whether or not those before them are answered. Times are in ms.

    A time counts from the moment at which the request was due, so a target that makes everybody late cannot hide it.
    """

    def __init__(self, *, seconds: float, times: Sequence[float], errors: Mapping[str, int] | None = None) -> None:
        super().__init__(scenario="as they come", users=0, seconds=seconds, times=times, errors=errors or {})

    def late(self, patience: float) -> float:
        """The share of requests, from 0 to 1, that took longer than `patience` seconds."""
        return sum(time > patience * 1000 for time in self.times) / self.requests if self.requests else 0.0

    def table(self) -> Table:
        found = super().table()
        found.title = f"{self.requests:,} requests within {self.seconds:.1f} s, each at its own time"
        return found
