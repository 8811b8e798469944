"""A place that sentry-sdk can send its events to, on this machine: what Sentry is, as far as a lesson needs it."""

import secrets
import threading
from http.server import ThreadingHTTPServer
from typing import Self

from lab.display import Shown, Table
from lab.errors import LabError
from lab.running.ports import HOST
from lab.sinks.events import Event
from lab.sinks.receiver import Receiver


class EventSink(Shown):
    """Keeps the events that it is sent. `dsn` is the address to give to `sentry_sdk.init`.

    Use it with `with`, or call `close()`; at the latest it ends with the notebook.
    """

    def __init__(self) -> None:
        self.events: list[Event] = []
        self._key = secrets.token_hex(16)
        self._news = threading.Condition()
        self._server = ThreadingHTTPServer((HOST, 0), Receiver.for_sink(self._key, self._take))
        self._server.daemon_threads = True
        self._thread = threading.Thread(target=self._server.serve_forever, daemon=True)
        self._thread.start()

    @property
    def dsn(self) -> str:
        """A "data source name": scheme, key, host and number of a project. The key only allows to send."""
        return f"http://{self._key}@{HOST}:{self._server.server_port}/1"

    def wait(self, count: int = 1, *, seconds: float = 10) -> list[Event]:
        """Wait until `count` events are there, and return them all. Raises LabError after `seconds`."""
        with self._news:
            if not self._news.wait_for(lambda: len(self.events) >= count, timeout=seconds):
                came = len(self.events)
                raise LabError(
                    f"{came} of {count} events came within {seconds:g} s: does the application know the DSN?"
                )
            return list(self.events)

    def clear(self) -> None:
        """Forget what came so far."""
        with self._news:
            self.events.clear()

    def close(self) -> None:
        """Receive no more. Safe to call twice; the events stay."""
        self._server.shutdown()
        self._server.server_close()
        self._thread.join()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def html(self) -> str:
        return self._table().html()

    def text(self) -> str:
        return self._table().text()

    def _take(self, data: dict[str, object]) -> None:
        with self._news:
            self.events.append(Event(data))
            self._news.notify_all()

    def _table(self) -> Table:
        rows = [[one.error, one.place, one.release] for one in self.events]
        return Table(["error", "where", "release"], rows, title="" if rows else "No events yet.")


def event_sink() -> EventSink:
    """A receiver for sentry-sdk's events on a free port of this machine: `sentry_sdk.init(dsn=lab.event_sink().dsn)`"""
    return EventSink()
