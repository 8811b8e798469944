"""Requests that queue for workers which share processors, event by event. All times are in seconds."""

import heapq
import math
from collections import deque
from collections.abc import Sequence
from typing import NamedTuple


class Request(NamedTuple):
    """When a request comes, how long it computes, and how long it then waits for somebody else."""

    arrival: float
    computing: float
    waiting: float


def response_times(requests: Sequence[Request], *, workers: int, processors: float) -> list[float]:
    """How long each request takes from its arrival to its answer. `requests` are in the order in which they arrive.

    There is one queue, and who comes first is first. A worker keeps a request until it is answered. Those who compute
    at the same moment share the processors equally, and nobody is quicker than on a processor of its own.
    """
    queue: deque[int] = deque()
    computing: list[tuple[float, int]] = []
    waiting: list[tuple[float, int]] = []
    times = [0.0] * len(requests)
    now = progress = 0.0  # progress: how far somebody has come who has been computing from the beginning
    arrived = 0
    while arrived < len(requests) or computing or waiting:
        speed = min(1.0, processors / len(computing)) if computing else 1.0
        arrival = requests[arrived].arrival if arrived < len(requests) else math.inf
        computed = now + (computing[0][0] - progress) / speed if computing else math.inf
        answered = waiting[0][0] if waiting else math.inf
        then = min(arrival, computed, answered)
        progress += (then - now) * speed
        now = then
        if then == answered:
            _, number = heapq.heappop(waiting)
            times[number] = now - requests[number].arrival
        elif then == computed:
            _, number = heapq.heappop(computing)
            heapq.heappush(waiting, (now + requests[number].waiting, number))
        else:
            queue.append(arrived)
            arrived += 1
        if queue and len(computing) + len(waiting) < workers:
            number = queue.popleft()
            heapq.heappush(computing, (progress + requests[number].computing, number))
    return times
