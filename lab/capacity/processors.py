"""The processors that a server may use."""

import os

import psutil

from lab.errors import LabError
from lab.running import Process


def confine(server: Process, processors: int) -> int:
    """Let a server run on so many of this machine's processors, and return how many it has now.

    Where the system cannot do that (macOS), or has fewer, it keeps all that there are.
    Raises LabError for a server that does not run, or for less than one processor.
    """
    if processors < 1:
        raise LabError(f"nothing runs on {processors} processors: give {server.name} at least one")
    if server.pid is None or not server.running:
        raise LabError(f"{server.name} does not run, so it has no processors: start it first")
    master = psutil.Process(server.pid)
    if not hasattr(master, "cpu_affinity"):
        return os.cpu_count() or 1
    allowed = sorted(os.sched_getaffinity(0))[:processors]
    for one in [master, *master.children(recursive=True)]:
        one.cpu_affinity(allowed)
    return len(allowed)
