"""Ctrl-C, and being told to end, stop a walk at once and in order."""

import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType
from typing import NoReturn

from clever.runner.swallowed import raised_anew


@contextmanager
def stoppable() -> Iterator[None]:
    """Turn SIGINT and SIGTERM into KeyboardInterrupt here and now.

    asyncio would turn Ctrl-C into a cancelled task instead, which nbclient takes for a dead kernel.
    """
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    before = {which: signal.signal(which, _interrupt) for which in (signal.SIGINT, signal.SIGTERM)}
    try:
        with raised_anew(KeyboardInterrupt):
            yield
    finally:
        for which, handler in before.items():
            signal.signal(which, handler)


def _interrupt(number: int, frame: FrameType | None) -> NoReturn:
    raise KeyboardInterrupt
