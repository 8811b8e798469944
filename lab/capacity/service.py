"""A service as a capacity model sees it: how long a request takes by itself, and how much of that is computing."""

import math
import random
from collections.abc import Sequence
from statistics import mean

from lab.capacity.arrivals import arrivals
from lab.capacity.open_load import OpenLoad
from lab.capacity.prediction import Prediction
from lab.capacity.simulation import Request, response_times
from lab.capacity.throughput import throughput
from lab.display import Shown, Table
from lab.errors import LabError


class Service(Shown):
    """Service times as measured, in seconds, and the seconds that a request computes on average.

    What is not computing is waiting for somebody else. A worker is busy with its request in both.
    Raises LabError without times, or where a request would compute for longer than it takes.
    """

    def __init__(self, times: Sequence[float], *, computing: float) -> None:
        if not times or min(times) < 0 or mean(times) <= 0:
            raise LabError(f"a service of {len(times)} service times says nothing: measure some, in seconds")
        if not 0 <= computing <= mean(times):
            raise LabError(
                f"a request of {mean(times):.3g} s cannot compute for {computing:.3g} s: "
                "both are means in seconds, and the second is a part of the first"
            )
        self.times = sorted(times)
        self.computing = computing

    @property
    def seconds(self) -> float:
        """The mean service time."""
        return mean(self.times)

    @property
    def waiting(self) -> float:
        """The seconds that a request waits for somebody else on average, while its worker waits along."""
        return self.seconds - self.computing

    @property
    def p95(self) -> float:
        """The time within which 95 of 100 requests are done when nobody else is there, in ms."""
        return self.times[max(0, math.ceil(0.95 * len(self.times)) - 1)] * 1000

    def capacity(self, workers: int, processors: float = math.inf) -> float:
        """The most requests a second that so many workers complete on so many processors."""
        if workers < 1 or processors <= 0:
            raise LabError(f"nobody works with {workers} workers on {processors:g} processors: both must be above zero")
        return throughput(computing=self.computing, waiting=self.waiting, workers=workers, processors=processors)

    def replay(
        self, moments: Sequence[float], *, workers: int, processors: float = math.inf, repeats: int = 20, seed: int = 1
    ) -> OpenLoad:
        """How requests that arrive at these moments would fare. Each gets one of the measured service times by lot.

        The lots are drawn `repeats` times, so that chance weighs less. The same `seed` draws the same ones.
        """
        if not moments:
            raise LabError("nobody arrives, so nobody waits: give some moments, as arrivals(rate=20, seconds=3) does")
        chance = random.Random(f"times {seed}")  # noqa: S311 (a simulation, no secret)
        times: list[float] = []
        for _ in range(repeats):
            drawn = chance.choices(self.times, k=len(moments))
            requests = [
                Request(moment, *self._parts(time)) for moment, time in zip(sorted(moments), drawn, strict=True)
            ]
            times += response_times(requests, workers=workers, processors=processors)
        return OpenLoad(seconds=max(moments), times=[time * 1000 for time in times])

    def predict(
        self, rate: float, *, workers: int, processors: float = math.inf, requests: int = 10_000, seed: int = 1
    ) -> Prediction:
        """What becomes of `rate` requests a second: simulated with so many `requests`, the first tenth left out."""
        if rate <= 0:
            raise LabError(f"{rate:g} requests a second are no load: it must be above zero")
        capacity = self.capacity(workers, processors)
        found = None
        if rate < capacity:
            moments = arrivals(rate, requests / rate, seed=seed)
            found = self._steady(moments, workers, processors, seed)
        busy = {"workers": rate / capacity, "processors": rate * self.computing / processors}
        return Prediction(rate=rate, workers=workers, processors=processors, capacity=capacity, busy=busy, load=found)

    def _steady(self, moments: Sequence[float], workers: int, processors: float, seed: int) -> OpenLoad:
        chance = random.Random(f"times {seed}")  # noqa: S311
        requests = [Request(moment, *self._parts(chance.choice(self.times))) for moment in moments]
        times = response_times(requests, workers=workers, processors=processors)[len(moments) // 10 :]
        return OpenLoad(seconds=max(moments), times=[time * 1000 for time in times])

    def _parts(self, time: float) -> tuple[float, float]:
        """How long a request of this service time computes, and how long it waits: all compute alike."""
        computing = min(self.computing, time)
        return computing, time - computing

    def table(self) -> Table:
        rows = [
            ["service time, mean", self.seconds * 1000],
            ["of it computing", self.computing * 1000],
            ["of it waiting for somebody else", self.waiting * 1000],
            ["service time, 95 of 100 within", self.p95],
        ]
        return Table(["one request by itself", "ms"], rows, title=f"From {len(self.times)} requests")

    def html(self) -> str:
        return self.table().html()

    def text(self) -> str:
        return self.table().text()
