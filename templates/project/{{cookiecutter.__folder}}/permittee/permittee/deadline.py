"""An end to waiting, whatever it is that takes so long."""

from collections.abc import Callable
from concurrent.futures import Future
from contextvars import copy_context
from threading import Thread


def within[T](seconds: float, work: Callable[[], T]) -> T:
    """The result of `work`. Raises what it raises, and TimeoutError where it takes longer.

    A client library's timeouts are for one read each, and none for looking up a name: whoever sends a byte a second
    keeps it waiting for good. So the work is done in a thread of its own, which is left to itself when time is up.
    """
    result: Future[T] = Future()

    def run() -> None:
        try:
            result.set_result(work())
        except BaseException as error:
            result.set_exception(error)

    try:
        # With our context, in which the log finds the request's id. As a daemon, so that no process stays for its sake.
        Thread(target=copy_context().run, args=(run,), name="permittee, asking", daemon=True).start()
    except RuntimeError:  # no more threads on this machine: then without an end
        return work()
    return result.result(timeout=seconds)
