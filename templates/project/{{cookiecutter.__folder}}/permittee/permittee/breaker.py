"""Whoever does not answer is not asked again and again."""

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from threading import Lock

from permittee.asking import CannotAsk

PAUSE = 1.0  # seconds


class Breaker:
    """After a question has failed, nobody asks for a second; then one asks at a time, until one is answered.

    Without it each request would wait for its own two seconds to pass, and a service would stand still in all its
    threads because of somebody whom most of its requests have nothing to do with.
    """

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._lock = Lock()
        self._failed_at: float | None = None
        self._trying = False

    @property
    def open(self) -> bool:
        """Whether the last question that came to an end has failed."""
        return self._failed_at is not None

    @contextmanager
    def question(self) -> Iterator[None]:
        """Ask inside of this. Raises CannotAsk where it is not the time to ask."""
        self._begin()
        try:
            yield
        except BaseException:
            self._end(failed_at=self._clock())
            raise
        self._end(failed_at=None)

    def _begin(self) -> None:
        with self._lock:
            if self._failed_at is None:
                return
            if self._trying or self._clock() - self._failed_at < PAUSE:
                raise CannotAsk("it did not answer a moment ago")
            self._trying = True

    def _end(self, *, failed_at: float | None) -> None:
        with self._lock:
            self._failed_at = failed_at
            self._trying = False
