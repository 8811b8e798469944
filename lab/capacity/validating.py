"""Holding a model against the machine, before anybody believes it."""

from collections.abc import Callable, Mapping
from functools import partial

from lab.capacity.arrivals import arrivals
from lab.capacity.offering import measured_capacity, offer
from lab.capacity.service import Service
from lab.capacity.timing import Timed, Timing
from lab.capacity.validation import Point, Validation
from lab.errors import LabError
from lab.measure import compare
from lab.running import Process

LASTS = 0.7
"""Seconds that a crowd that comes at once is expected to take."""
CROWD = 20


def validate(
    service: Service, servers: Mapping[int, Process], *, processors: float, rounds: int = 3, path: str = "/"
) -> Validation:
    """How many requests a second servers complete at most, given by their numbers of workers, and what was predicted.

    A crowd comes to each of them at once, by turns, in so many `rounds`. Raises LabError where there are fewer than two
    servers, or one of them fails.
    """
    if len(servers) < 2:
        raise LabError("one server proves no model: give at least two, by their number of workers")
    said = {workers: service.capacity(workers, processors) for workers in servers}
    sides: dict[str, Callable[[], float]] = {
        _named(workers): partial(measured_capacity, server, max(CROWD, round(said[workers] * LASTS)), path=path)
        for workers, server in servers.items()
    }
    found = compare(sides, rounds=rounds, of="result", unit="requests/s")
    points = [
        Point(
            workers=workers,
            naive=service.capacity(workers),
            predicted=said[workers],
            measured=found.median(_named(workers)),
            speedup=found.ratio(_named(workers)),
        )
        for workers in servers
    ]
    return Validation(service, processors, points)


def validate_times(
    validation: Validation,
    servers: Mapping[int, Process],
    *,
    utilisation: float = 0.6,
    seconds: float = 2.5,
    least: int = 40,
    path: str = "/",
) -> Timing:
    """How long requests take that arrive by themselves, and what the model says of the very same moments.

    They come at `utilisation` of what each server was measured to complete, for `seconds`, or until `least` have come.
    The model counts with the processors that were really used. Raises LabError for a utilisation that is no share.
    """
    if not 0 < utilisation < 1:
        raise LabError(f"a utilisation of {utilisation:g} does not settle down: choose one between 0 and 1")
    service, processors = validation.service, validation.processors_used
    timed = []
    for workers, server in servers.items():
        rate = validation.point(workers).measured * utilisation
        moments = arrivals(rate, max(seconds, least / rate))
        predicted = service.replay(moments, workers=workers, processors=processors)
        timed.append(Timed(workers, float(rate), predicted, offer(server, moments, path=path)))
    return Timing(service, processors, timed)


def _named(workers: int) -> str:
    return "1 worker" if workers == 1 else f"{workers} workers"
