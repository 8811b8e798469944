import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer

import pytest

from clever.runner.errors import StageError
from clever.runner.places import StageFolder
from clever.runner.ports import any_free
from clever.runner.readiness import PortTaken, is_ready, wait_ready
from clever.runner.supervisor import Program


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


class GivingUp:
    """A supervisor whose one program has ended for good."""

    def programs(self) -> list[Program]:
        return [Program("web", "FATAL", started=0, pid=0)]


@pytest.fixture
def folder(tmp_path, monkeypatch) -> StageFolder:
    monkeypatch.setenv("STAGES_STATE", str(tmp_path))
    folder = StageFolder.of("tiny", tmp_path)
    folder.make()
    return folder


def test_a_program_that_keeps_ending_is_named(folder):
    with pytest.raises(StageError, match="web does not start: it said nothing; its log: "):
        wait_ready({"web": any_free(set())}, GivingUp(), folder)


def test_one_that_keeps_ending_because_its_port_is_taken_is_not_to_blame(folder, taken_port):
    with pytest.raises(PortTaken, match=f"web: port {taken_port} is taken by another program"):
        wait_ready({"web": taken_port}, GivingUp(), folder)
