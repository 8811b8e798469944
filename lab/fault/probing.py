"""Asking steadily while something fails."""

import time
from collections.abc import Callable
from contextlib import AbstractContextManager
from typing import Any

from lab.errors import LabError
from lab.fault.answers import Answer
from lab.fault.outage import Outage
from lab.fault.prober_process import Prober
from lab.fault.proxies import Proxy
from lab.measure.targets import refuse_other_machines
from lab.running.processes import Process
from lab.running.stages import Stage

FASTEST = 400
"""Requests a second. A prober that asks faster would take the machine away from whom it asks."""
WAITING = 2400
"""Requests that may wait at a time: the prober makes room for their connections, and any system grants that many."""
LONGEST = 120.0


def probe(
    target: Stage | Process | Proxy | str,
    path: str = "/readyz",
    *,
    during: Callable[[], Any] | None = None,
    rate: float = 50,
    seconds: float = 3,
    hold: float = 1,
    repeats: int = 1,
    timeout: float = 2,
    patience: float = 30,
) -> Outage:
    """Ask a path steadily, `rate` times a second, while something happens to the target.

    `lab.probe(monolith, "/board/", during=lambda: lab.fault.kill(monolith, "web"), repeats=3)`

    `during` is called once the target answers. If it returns a context manager, such as a fault, that is held for
    `hold` seconds. A request without an answer after `timeout` seconds has failed. Asking goes on for `seconds` from
    the beginning of the fault, so for `rate` times `seconds` requests at least; longer until the target answers
    steadily again, or for `patience` seconds after the fault if it does not.
    Raises LabError when the target does not answer to begin with.
    """
    if not 0 < rate <= FASTEST or not 0 < seconds <= LONGEST or not 0 <= hold <= LONGEST or not 0 < patience <= LONGEST:
        raise LabError(f"probe asks at most {FASTEST} times a second, and waits at most {LONGEST:g} s for anything")
    if not 0 < rate * timeout <= WAITING:
        raise LabError(f"{rate:g} requests a second, for {timeout:g} s each, are too many at a time: at most {WAITING}")
    if not 1 <= repeats <= 50:
        raise LabError(f"probe cannot repeat a fault {repeats} times: from 1 to 50")
    name = target if isinstance(target, str) else getattr(target, "name", target.url)
    url = target.address(path) if isinstance(target, Stage) else _url(target) + path
    refuse_other_machines(url)
    found = [
        _once(name, Prober(url, rate=rate, timeout=timeout), during, seconds, hold, patience) for _ in range(repeats)
    ]
    return Outage(f"{name} {path}", found, rate=rate)


def _once(
    name: str, prober: Prober, during: Callable[[], Any] | None, seconds: float, hold: float, patience: float
) -> list[Answer]:
    begun = time.monotonic()
    with prober:
        if not prober.wait_steady(since=begun, seconds=patience):
            last = prober.last_status() or "no answer yet"
            raise LabError(
                f"{name} does not answer steadily at {prober.url} ({last}): mend that before you let it fail"
            )
        fault_at = time.monotonic()
        if during is not None:
            happening = during()
            if isinstance(happening, AbstractContextManager):
                with happening:
                    prober.go_on(until=time.monotonic() + hold)
        prober.wait_steady(since=time.monotonic(), seconds=patience)
        prober.go_on(until=fault_at + seconds)
    return [Answer(sent - fault_at, took, status) for sent, took, status in sorted(prober.answers)]


def _url(target: Process | Proxy | str) -> str:
    return (target if isinstance(target, str) else target.url).rstrip("/")
