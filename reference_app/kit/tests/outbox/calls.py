"""What the tests promise: calls of a callee that a test plays. In a module, since a call is found by its path."""

from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from threading import Barrier, Event
from time import sleep
from typing import Any
from uuid import UUID

from pydantic import Base64Bytes, BaseModel


class Parcel(BaseModel):
    """What is sent: something of each kind that JSON does not know by itself."""

    name: str
    sent_at: datetime
    picture: Base64Bytes = b""


PARCEL = Parcel(name="소포", sent_at=datetime(2026, 1, 1, tzinfo=UTC), picture=b"/9j/4A==")

asked: list[dict[str, Any]] = []  # with what it was called
fails: list[Exception] = []  # what the next calls come to; an answer, when there are no more
meanwhile: list[Callable[[], Any]] = []  # what happens while the next calls are under way
both = Barrier(2)  # that lets nobody pass alone
hung = Event()  # which a call that hangs waits for


def send(*, parcel: Parcel, key: UUID) -> None:
    """Send a parcel, once a key however often it is called."""
    asked.append({"parcel": parcel, "key": key})
    if meanwhile:
        meanwhile.pop(0)()
    if fails:
        raise fails.pop(0)


def meet() -> None:
    """Succeed when two do it at the same time."""
    both.wait(30)


def hang() -> None:
    """Take longer than anybody waits."""
    hung.wait(30)


def ring(*, bell: str, key: str) -> None:
    """Ring a bell, which is a file that remembers each key, and hang for as long as its neighbour `.hangs` exists."""
    with Path(bell).open("a") as heard:
        heard.write(f"{key}\n")
    while Path(f"{bell}.hangs").exists():
        sleep(0.05)
