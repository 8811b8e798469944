"""The HTTP side of the sink: takes an envelope, checks the key, hands on the events."""

import re
from collections.abc import Callable
from http.server import BaseHTTPRequestHandler
from typing import Any

from lab.sinks.envelopes import LARGEST, Unreadable, events_in, unpacked

Take = Callable[[dict[str, Any]], None]


class Receiver(BaseHTTPRequestHandler):
    """Answers `POST /api/<project>/envelope/` as Sentry does: 200, or 4xx with a line that says why not."""

    key: str
    take: Take
    timeout = 10  # seconds that a sender may keep a thread waiting

    @classmethod
    def for_sink(cls, key: str, take: Take) -> type["Receiver"]:
        """A handler that asks for `key` and gives each event to `take`."""
        return type("SinkReceiver", (cls,), {"key": key, "take": staticmethod(take)})

    def do_POST(self) -> None:
        if not re.fullmatch(r"/api/\d+/envelope/", self.path.split("?")[0]):
            self._answer(404, "only /api/<project>/envelope/ is here")
            return
        if not re.search(rf"\bsentry_key={self.key}\b", self.headers.get("X-Sentry-Auth", "")):
            self._answer(403, "not the key of this sink")
            return
        length = self.headers.get("Content-Length", "")
        if not length.isdecimal():
            self._answer(411, "how long?")
            return
        if int(length) > LARGEST:
            self._answer(413, "larger than an envelope may be")
            return
        try:
            envelope = unpacked(self.rfile.read(int(length)), self.headers.get("Content-Encoding", ""))
            events = list(events_in(envelope))
        except Unreadable as error:
            self._answer(400, str(error))
            return
        for event in events:
            self.take(event)
        self._answer(200, "")

    def log_message(self, format: str, *arguments: Any) -> None:
        """Say nothing: it would land in the middle of a notebook."""

    def _answer(self, status: int, detail: str) -> None:
        # Not by send_error, whose page repeats the path.
        body = b"{}" if status == 200 else detail.encode()
        self.send_response(status)
        self.send_header("Content-Type", "application/json" if status == 200 else "text/plain; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.send_header("Connection", "close")
        self.end_headers()
        self.wfile.write(body)
