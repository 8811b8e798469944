"""From a stage's compose file to a swarm that serves."""

import atexit
import os
import time
from contextlib import ExitStack

from lab.containers.engine import said
from lab.errors import LabError
from lab.swarm import cluster
from lab.swarm.handle import LOOK_SECONDS, MOST, Swarm
from lab.swarm.remains import stack_name
from lab.swarm.stack import Stack

READY_SECONDS = 90.0

_running: list[Swarm] = []


def swarm(service: str = "notice", *, replicas: int = 2, ready: str = "/board/") -> Swarm:
    """Start a service of the stage `containers`, and what it needs, as a stack: `with lab.swarm("notice") as swarm:`

    It is ready once its database is prepared, all replicas run, and nginx in front answers at the path `ready`. The
    engine's swarm mode is begun for it and left again; an earlier one of this notebook is ended.
    Raises LabError where the engine is in somebody else's swarm, or has none, as podman.
    """
    if not 0 < replicas <= MOST:
        raise LabError(f"{replicas} replicas are not what one machine is for: from 1 to {MOST}")
    while _running:
        _running.pop().remove()
    stack = Stack(stack_name(os.getpid()), [service], replicas=replicas)
    cluster.begin()
    with ExitStack() as undoing:
        undoing.callback(stack.forget)
        undoing.callback(cluster.end)
        stack.deploy()
        begun = Swarm(stack, service)
        undoing.callback(begun.remove)
        _wait(begun, stack, ready)
        undoing.pop_all()
    _running.append(begun)
    return begun


@atexit.register
def _remove_all() -> None:
    while _running:
        _running.pop().remove()


def _wait(swarm: Swarm, stack: Stack, ready: str) -> None:
    deadline = time.monotonic() + READY_SECONDS
    swarm.wait(seconds=READY_SECONDS)
    while not stack.prepared() or swarm.get(ready).status_code != 200:
        if time.monotonic() > deadline:
            words = said("service", "logs", "--tail", "5", "--raw", stack.full(swarm.service))
            raise LabError(f"{ready} is not there after {READY_SECONDS:g} s", detail=words)
        time.sleep(LOOK_SECONDS)
