"""Many writers at once, on several ways to keep the same counter."""

import time
from collections.abc import Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from random import Random

from lab.data.sales import Sales, Shift
from lab.data.selling import sell_until
from lab.data.ways import Way
from lab.errors import LabError


def writers(ways: Mapping[str, Way], *, writers: Sequence[int] = (1, 8, 32), seconds: float = 0.8) -> Sales:
    """Let so many writers sell at each counter for so many `seconds`, each over a connection of their own.

    The ways take turns, so that whatever else the machine does meets all of them. Raises LabError for no writers.
    """
    if not ways or not writers or min(writers) < 1:
        raise LabError(f"who sells, and where? There are {len(ways)} ways and {list(writers)} writers")
    return Sales([_shift(name, way, count, seconds) for count in writers for name, way in ways.items()])


def _shift(name: str, way: Way, count: int, seconds: float) -> Shift:
    way.prepare()
    connections = [way.connect() for _ in range(count)]
    try:
        deadline = time.monotonic() + seconds
        # The same drinks in the same order each time, another order for each writer.
        chances = [Random(number) for number in range(count)]  # noqa: S311 - which drink is next is no secret
        with ThreadPoolExecutor(count) as pool:
            done = list(pool.map(lambda each: sell_until(deadline, way, *each), zip(connections, chances, strict=True)))
    finally:
        for connection in connections:
            connection.close()
    return Shift(name, count, done, way.total())
