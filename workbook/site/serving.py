"""Show the built site on this machine."""

import threading
from collections.abc import Callable
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

from workbook.book import Book
from workbook.errors import BookError
from workbook.site.build import build

DEFAULT_PORT = 8001
LOOK_EVERY_SECONDS = 1.0

WATCHED = ("chapters", "docs", "reference_run", "mkdocs.yml", "mkdocs.ko.yml")


class Quiet(SimpleHTTPRequestHandler):
    """Serves files and does not say so."""

    def log_message(self, format: str, *args: Any) -> None:
        pass


def serve(book: Book, port: int | None, say: Callable[[str], None]) -> None:
    """Serve `site/` until Ctrl-C, building it anew when something it is made of changes.

    Raises BookError if the port that was asked for is taken.
    """
    server = listen(book.root / "site", port)
    say(f"http://127.0.0.1:{server.server_port}/ (Ctrl-C stops)")
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        _rebuild_on_change(book, say)
    finally:
        server.shutdown()
        server.server_close()


def listen(folder: Path, port: int | None) -> ThreadingHTTPServer:
    """A server on loopback: on this port or none, or on the usual port or any."""
    handler = partial(Quiet, directory=str(folder))
    for candidate in [port] if port else [DEFAULT_PORT, 0]:
        try:
            return ThreadingHTTPServer(("127.0.0.1", candidate), handler)
        except OSError:
            continue
    raise BookError(f"port {port} is taken; choose another with --port, or leave it out for a free one")


def _rebuild_on_change(book: Book, say: Callable[[str], None]) -> None:
    seen = _changes(book)
    pause = threading.Event()
    while not pause.wait(LOOK_EVERY_SECONDS):
        now = _changes(book)
        if now == seen:
            continue
        seen = now
        try:
            build(book)
            say("built anew; reload the page")
        except BookError as error:
            say(str(error))


def _changes(book: Book) -> dict[Path, int]:
    """Every file that the site is made of, with its time of change."""
    files = [file for name in WATCHED for file in [book.root / name, *(book.root / name).rglob("*")]]
    return {file: file.stat().st_mtime_ns for file in files if file.is_file()}
