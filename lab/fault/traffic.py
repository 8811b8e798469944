"""Faults of the way between two programs, both of which are well."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from lab.errors import LabError
from lab.fault.proxies import Proxy, proxy
from lab.running.processes import Process
from lab.running.stages import Stage

Target = Stage | Process | Proxy | str

SLOWEST = 60_000  # ms


@contextmanager
def slow(target: Target, service: str = "", *, milliseconds: float) -> Iterator[Proxy]:
    """Everything takes `milliseconds` longer, each way: a request and its answer take twice that.

    The block gets the Proxy, whose `url` is the slow address; the target's own stays as it was. Given a Proxy, that one
    becomes slow for the block, and is well again afterwards.
    """
    if not 0 <= milliseconds <= SLOWEST:
        raise LabError(f"{milliseconds:g} ms each way is not for here: at least 0, and at most {SLOWEST:,} ms")
    with _failing(target, service, milliseconds=milliseconds) as slowed:
        yield slowed


@contextmanager
def refuse(target: Target, service: str = "") -> Iterator[Proxy]:
    """Connections are refused, and open ones reset, as where a server is down. The block gets the Proxy; see `slow`."""
    with _failing(target, service, refusing=True) as refusing:
        yield refusing


@contextmanager
def cut(target: Target, service: str = "", *, after: int = 100) -> Iterator[Proxy]:
    """A request arrives whole; its answer breaks off `after` so many bytes. The block gets the Proxy; see `slow`.

    Who sent the request cannot know whether it was carried out.
    """
    if after < 0:
        raise LabError(f"an answer cannot break off after {after} bytes: at least 0")
    with _failing(target, service, cut_after=after) as cutting:
        yield cutting


@contextmanager
def _failing(target: Target, service: str, **fault: Any) -> Iterator[Proxy]:
    if not isinstance(target, Proxy):
        with proxy(target, service) as own, _failing(own, "", **fault):
            yield own
        return
    before = target.fault
    target.behave({**before, **fault})
    try:
        yield target
    finally:
        target.behave(before)
