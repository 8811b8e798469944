"""What a health check says of a server, by a server of the test's own on port 8000's place."""

import importlib.util
import socketserver
import threading
from collections.abc import Iterator
from contextlib import contextmanager

import pytest

from .composition import STAGE


@pytest.fixture
def probe():
    """The program, with nothing listening where it looks."""
    spec = importlib.util.spec_from_file_location("probe", STAGE / "probe.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    module.SECONDS = 0.3
    return module


@contextmanager
def server(answer: bytes | None) -> Iterator[int]:
    """The port of a server that answers so; one that is given None takes the call and says nothing."""
    ended = threading.Event()

    class Handler(socketserver.BaseRequestHandler):
        def handle(self) -> None:
            self.request.recv(1000)
            if answer is None:
                ended.wait(10)
            else:
                self.request.sendall(answer)

    with socketserver.ThreadingTCPServer(("127.0.0.1", 0), Handler) as listening:
        listening.daemon_threads = True
        threading.Thread(target=listening.serve_forever, args=(0.05,), daemon=True).start()
        try:
            yield listening.server_address[1]
        finally:
            ended.set()
            listening.shutdown()


@pytest.mark.parametrize(
    ("answer", "status", "said"),
    [
        (b"HTTP/1.1 200 OK\r\n\r\n", 0, ""),
        (b"HTTP/1.1 503 Service Unavailable\r\n\r\n", 1, "/healthz: answered HTTP/1.1 503 Service Unavailable\n"),
        (b"", 1, "/healthz: answered nothing\n"),
        (None, 1, "/healthz: timed out\n"),
    ],
)
def test_only_200_in_time_is_well_and_all_else_is_one_line(probe, capsys, answer, status, said):
    with server(answer) as probe.PORT:
        assert probe.main("/healthz") == status

    assert capsys.readouterr().out == said


def test_where_nobody_listens_it_says_so(probe, capsys):
    with server(b"") as probe.PORT:
        pass  # a port that was free a moment ago

    assert probe.main("/healthz") == 1
    assert "refused" in capsys.readouterr().out
