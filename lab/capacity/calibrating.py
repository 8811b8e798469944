"""Measuring what a capacity model has to know of a server."""

import time
from collections.abc import Iterable

import httpx2
import psutil

from lab.capacity.service import Service
from lab.errors import LabError
from lab.footprint.footprint import MEBI, memory
from lab.running import Process


def measure(server: Process, *, requests: int = 60, path: str = "/") -> Service:
    """Ask a server that has nothing else to do, one request after the other, and see how long each takes.

    How much of that is computing follows from the processor time that its processes have used meanwhile (the service
    demand law: busy time over completions). Raises LabError if the server does not run, or answers with an error.
    """
    if requests < 10:
        raise LabError(f"{requests} requests say little about a service: measure at least 10")
    times = []
    group = _group(server)
    limits = httpx2.Limits(max_keepalive_connections=0)
    with httpx2.Client(timeout=30, trust_env=False, limits=limits) as client:
        _ask(client, server, path)  # the first request pays for what is loaded with it
        before = _processor_time(group)
        for _ in range(requests):
            begun = time.perf_counter()
            _ask(client, server, path)
            times.append(time.perf_counter() - begun)
        computing = (_processor_time(group) - before) / requests
    # The system counts in hundredths of a second, and a page that only computes may so seem to take less than it does.
    return Service(times, computing=min(computing, sum(times) / requests))


def worker_memory(server: Process) -> float:
    """The MiB of memory that a server takes for each of its workers; what they share is divided among them."""
    group = _group(server)
    return memory(group) / MEBI / max(1, len(group) - 1)


def _group(server: Process) -> list[psutil.Process]:
    """A server's processes: gunicorn's master, and its workers."""
    if server.pid is None or not server.running:
        raise LabError(f"{server.name} does not run, so there is nothing to measure: start it first")
    master = psutil.Process(server.pid)
    return [master, *master.children(recursive=True)]


def _processor_time(group: Iterable[psutil.Process]) -> float:
    try:
        return sum(sum(one.cpu_times()[:2]) for one in group)
    except psutil.NoSuchProcess as error:
        raise LabError(
            "a worker ended while it was measured: look into the server's log(), and measure again"
        ) from error


def _ask(client: httpx2.Client, server: Process, path: str) -> None:
    try:
        answer = client.get(server.url + path)
    except httpx2.TransportError as error:
        raise LabError(f"{server.name} did not answer at {path} ({error}): see its log()") from error
    if answer.status_code >= 400:
        raise LabError(
            f"{server.name} answers {answer.status_code} at {path}: mend that first, an error is quick to send"
        )
