"""Plays Sentry: takes what processes send, and knows it as events."""

import json
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from threading import Event
from typing import Any

import httpx2

from clever.kit.testing.listening import listening


class Receiver:
    """What it was sent, as events and, in `sent`, as text. While `hangs` is set it does not answer."""

    def __init__(self) -> None:
        self.hangs = Event()
        self.events: list[dict[str, Any]] = []
        self.kinds: set[str] = set()
        self.sent = ""

    def take(self, envelope: bytes) -> None:
        """A line for the envelope, and two for each item: its kind, and what it holds."""
        self.sent += envelope.decode()
        _, *items = filter(None, envelope.splitlines())
        for header, payload in zip(items[::2], items[1::2], strict=True):
            kind = json.loads(header)["type"]
            self.kinds.add(kind)
            if kind == "event":
                self.events.append(json.loads(payload))


@contextmanager
def running(receiver: Receiver) -> Iterator[str]:
    """Its DSN, for as long as the block lasts."""

    def take(headers: Mapping[str, str], body: bytes) -> int:
        packed = {"Content-Encoding": headers["content-encoding"]}
        receiver.take(httpx2.Response(200, headers=packed, content=body).content)  # unpacks whichever way it is
        return 200

    with listening(take, hangs=receiver.hangs, answer=b"{}") as port:
        yield f"http://public@127.0.0.1:{port}/7"
