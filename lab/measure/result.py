"""What a load found."""

import math
from collections.abc import Mapping, Sequence

from lab.display import Shown, Table
from lab.display.plots import percentiles


class Load(Shown):
    """How a target bore a load. Times are in ms, `rate` is in requests a second, `errors` counts by status.

    A failed request counts in `requests` and `errors`; the percentiles are over all requests, as users felt them.
    """

    def __init__(
        self,
        *,
        scenario: str,
        users: int,
        seconds: float,
        times: Sequence[float],
        errors: Mapping[str, int],
    ) -> None:
        self.scenario = scenario
        self.users = users
        self.seconds = seconds
        self.times = sorted(times)
        self.errors = dict(errors)

    @property
    def requests(self) -> int:
        return len(self.times)

    @property
    def rate(self) -> float:
        """Requests a second, answered or failed."""
        return self.requests / self.seconds

    @property
    def failed(self) -> int:
        return sum(self.errors.values())

    @property
    def p50(self) -> float:
        return self.percentile(50)

    @property
    def p95(self) -> float:
        return self.percentile(95)

    @property
    def p99(self) -> float:
        return self.percentile(99)

    def percentile(self, percent: float) -> float:
        """The time within which `percent` of the requests were answered, in ms. NaN when there were none."""
        if not self.times:
            return math.nan
        return self.times[max(0, math.ceil(percent / 100 * self.requests) - 1)]

    def table(self) -> Table:
        found = ", ".join(f"{count} × {status}" for status, count in sorted(self.errors.items())) or "none"
        return Table(
            ["requests", "a second", "p50, ms", "p95, ms", "p99, ms", "errors"],
            [[self.requests, self.rate, self.p50, self.p95, self.p99, found]],
            title=f"{self.scenario}: {self.users} users for {self.seconds:.1f} s",
        )

    def html(self) -> str:
        if not self.times:
            return self.table().html()
        return self.table().html() + percentiles(
            {self.scenario: self.percentile},
            title=f"{self.scenario}: how long a request took, from the quickest to the slowest",
        )

    def text(self) -> str:
        return self.table().text()
