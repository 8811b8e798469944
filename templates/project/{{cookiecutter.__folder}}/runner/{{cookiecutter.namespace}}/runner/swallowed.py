"""Exceptions that a signal's handler raises, and that Python swallows.

A handler runs between any two steps of the program. Where that is inside of something whose exceptions nobody can
catch, such as a weak reference's callback or a `__del__`, Python reports the exception and goes on as if nothing had
happened. Who was told to stop would then never stop.
"""

import signal
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType
from typing import Any, NoReturn

AGAIN_SECONDS = 0.05  # until Python is out of where it cannot raise


@contextmanager
def raised_anew(kind: type[BaseException]) -> Iterator[None]:
    """Within it an exception of this kind that was swallowed is raised again a moment later. For the main thread only.

    Uses SIGALRM and `sys.unraisablehook`, and puts both back.
    """
    hook_before = sys.unraisablehook

    def swallowed(unraisable: Any) -> None:
        if isinstance(unraisable.exc_value, kind):
            signal.setitimer(signal.ITIMER_REAL, AGAIN_SECONDS)
        else:
            hook_before(unraisable)

    def raise_again(number: int, frame: FrameType | None) -> NoReturn:
        raise kind("told to stop")

    handler_before = signal.signal(signal.SIGALRM, raise_again)
    sys.unraisablehook = swallowed
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        sys.unraisablehook = hook_before
        signal.signal(signal.SIGALRM, handler_before)
