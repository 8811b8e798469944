"""Waiting for what another process does."""

import time
from collections.abc import Callable

LONG = 120.0  # seconds, for what comes within some


def until(condition: Callable[[], bool], seconds: float = LONG) -> None:
    """Return once it is true. Raises AssertionError after so many seconds."""
    deadline = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < deadline, "it never happened"
        time.sleep(0.05)
