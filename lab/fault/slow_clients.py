"""Guests with one bar of reception: they ask, or read, a byte at a time."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import urlsplit

from lab.errors import LabError
from lab.fault.holding import LONGEST, hold
from lab.fault.proxies import Proxy
from lab.measure.targets import must_answer, refuse_other_machines
from lab.running.processes import Process
from lab.running.stages import Stage

CROWD = Path(__file__).with_name("slow_crowd.py")
PARTS = ("request", "body", "answer")
MOST = 200
"""Clients at a time: each is an open connection, here and at the server."""


@contextmanager
def slow_clients(
    target: Stage | Process | Proxy | str,
    path: str = "/",
    *,
    slow: str = "request",
    clients: int = 20,
    seconds: float = LONGEST,
) -> Iterator[None]:
    """For a block, so many clients hang on to a server and take their time.

    `slow` is the part of the conversation that they dawdle over. "request": a GET whose headers never end. "body": a
    POST whose body comes by drops, which a view has to read to wait for it. "answer": a GET whose answer is read by
    drops; it holds up only a server whose answer does not fit in the system's buffers, so name a `path` of some MB.
    A server that hangs up on such a client is rid of it. All are gone at the end of the block, when the kernel is
    killed, or after `seconds`.
    Raises LabError for another machine's address, where nothing answers, and when the block took longer than `seconds`.
    """
    if slow not in PARTS:
        raise LabError(f"clients cannot be slow with {slow!r}: choose one of {', '.join(PARTS)}")
    if not 1 <= clients <= MOST:
        raise LabError(f"{clients} slow clients are not for here: from 1 to {MOST}")
    url = target.address(path) if isinstance(target, Stage) else _url(target) + path
    refuse_other_machines(url)
    must_answer(url.removesuffix(path) + "/", "start the server first")
    parts = urlsplit(url)
    where = (parts.hostname or "", str(parts.port or 80))
    with hold(slow, *where, path, str(clients), seconds=seconds, script=CROWD):
        yield


def _url(target: Process | Proxy | str) -> str:
    return (target if isinstance(target, str) else target.url).rstrip("/")
