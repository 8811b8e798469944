"""Not calling whoever has not answered several times in a row, until some time has passed.

A callee that hangs costs each caller a whole time limit, and is given ever more to do while it cannot do any of it.
The counting is the library's; the pattern is Michael Nygard's, in "Release It!".
"""

from collections.abc import Iterator
from contextlib import contextmanager
from threading import Lock

from circuitbreaker import STATE_CLOSED, STATE_HALF_OPEN, CircuitBreaker

FAILURES = 5  # in a row, after which nobody calls
SECONDS = 3  # for which nobody calls; then one may try, and the others wait for what comes of it


class BreakerOpen(Exception):
    """The callee has not answered for some time, and is given a rest."""


class Breaker:
    """One callee's, for all threads of a process."""

    def __init__(self, failures: type[Exception], *, threshold: int = FAILURES, seconds: int = SECONDS) -> None:
        """`failures`: the exceptions that say that nobody answers."""
        self._circuit = CircuitBreaker(threshold, seconds, failures)
        self._trial = Lock()

    @contextmanager
    def watching(self) -> Iterator[None]:
        """Around a call: count how it ends. Raises BreakerOpen where it is not to be made."""
        state = self._circuit.state
        if state == STATE_CLOSED:
            with self._circuit:
                yield
        elif state == STATE_HALF_OPEN and self._trial.acquire(blocking=False):
            try:
                if self._circuit.opened:  # somebody else's trial has failed since we looked
                    raise BreakerOpen
                with self._circuit:
                    yield
            finally:
                self._trial.release()
        else:
            raise BreakerOpen
