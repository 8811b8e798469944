"""Somebody whom processes send things to, such as a collector: takes each request, and answers as it is told."""

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Event, Thread
from time import sleep
from typing import Any


@contextmanager
def listening(take: Callable[[Mapping[str, str], bytes], int], *, hangs: Event, answer: bytes = b"") -> Iterator[int]:
    """Its port on this machine, for as long as the block lasts.

    `take` is given the headers of each POST, by their names in small letters, and its body, and gives the status of the
    answer. While `hangs` is set, nobody is answered.
    """

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            body = self.rfile.read(int(self.headers["Content-Length"]))
            while hangs.is_set():
                sleep(0.02)
            status = take({name.lower(): value for name, value in self.headers.items()}, body)
            with suppress(ConnectionError):  # whoever asked did not wait
                self.send_response(status)
                self.send_header("Content-Length", str(len(answer)))
                self.end_headers()
                self.wfile.write(answer)

        def log_message(self, *_: Any) -> None: ...

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    Thread(target=server.serve_forever, args=(0.05,), daemon=True).start()
    try:
        yield server.server_port
    finally:
        hangs.clear()
        server.shutdown()
        server.server_close()
