import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer

import pytest

from clever.runner.readiness import is_ready


class Stage(BaseHTTPRequestHandler):
    """Ready or not, as the server that it belongs to says."""

    def do_GET(self) -> None:
        self.send_response(self.server.status if self.path == "/readyz" else 404)
        self.end_headers()

    def log_message(self, *_: object) -> None:
        pass


@pytest.fixture
def server() -> Iterator[HTTPServer]:
    with HTTPServer(("127.0.0.1", 0), Stage) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield server
        server.shutdown()


@pytest.mark.parametrize(("status", "ready"), [(200, True), (503, False)])
def test_only_a_stage_that_says_so_is_ready(server, status, ready):
    server.status = status

    assert is_ready(f"http://127.0.0.1:{server.server_port}") is ready


def test_a_proxy_is_not_asked_whether_this_machine_is_ready(server, monkeypatch):
    monkeypatch.delenv("NO_PROXY", raising=False)
    monkeypatch.delenv("no_proxy", raising=False)
    monkeypatch.setenv("HTTP_PROXY", "http://127.0.0.1:9")
    server.status = 200

    assert is_ready(f"http://127.0.0.1:{server.server_port}")
