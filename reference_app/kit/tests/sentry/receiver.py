"""Plays Sentry: takes what processes send, and knows it as events."""

import json
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Event, Thread
from time import sleep
from typing import Any

import httpx2


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

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            body = self.rfile.read(int(self.headers["Content-Length"]))
            while receiver.hangs.is_set():
                sleep(0.02)
            packed = {"Content-Encoding": self.headers["Content-Encoding"]}
            receiver.take(httpx2.Response(200, headers=packed, content=body).content)  # unpacks whichever way it is
            with suppress(ConnectionError):  # whoever asked did not wait
                self.send_response(200)
                self.send_header("Content-Length", "2")
                self.end_headers()
                self.wfile.write(b"{}")

        def log_message(self, *_: Any) -> None: ...

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    Thread(target=server.serve_forever, args=(0.05,), daemon=True).start()
    yield f"http://public@127.0.0.1:{server.server_port}/7"
    receiver.hangs.clear()
    server.shutdown()
    server.server_close()
