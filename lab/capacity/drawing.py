"""How long requests take, by how many of them come."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from lab.display.plots import curves

if TYPE_CHECKING:
    from lab.capacity.service import Service
    from lab.capacity.timing import Timed

STEPS = (0.1, 0.3, 0.5, 0.65, 0.75, 0.82, 0.88, 0.92, 0.95, 0.97)
"""Shares of the capacity at which a curve is computed: close together where it bends."""

REQUESTS = 3_000
"""As many for each of these shares: enough for a line in a drawing."""


def p95_by_rate(service: "Service", processors: float, servers: Iterable["Timed"]) -> str:
    """For each number of workers the predicted p95 as a curve, and the measured one as a dot."""
    servers = list(servers)
    return curves(
        {str(one.workers): _curve(service, one.workers, processors) for one in servers},
        [(one.rate, one.measured.p95) for one in servers],
        of_lines="predicted, by workers",
        of_dots="measured",
        x="requests a second",
        y="p95, ms",
        title="The p95 by the requests that come a second: a curve for each number of workers, and what was measured",
    )


def _curve(service: "Service", workers: int, processors: float) -> list[tuple[float, float]]:
    rates = [service.capacity(workers, processors) * share for share in STEPS]
    return [
        (rate, service.predict(rate, workers=workers, processors=processors, requests=REQUESTS).p95) for rate in rates
    ]
