"""Asking supervisord. What it answers while it runs, the tests of starting and stopping see."""

import socket
import threading
from collections.abc import Iterator
from pathlib import Path
from socketserver import UnixStreamServer
from xmlrpc.server import SimpleXMLRPCDispatcher, SimpleXMLRPCRequestHandler

import pytest

from clever.runner.supervisor import SOCKET, Supervisor


def test_waking_one_that_is_gone_is_no_error(tmp_path: Path):
    Supervisor(tmp_path).wake()


def test_one_that_does_not_answer_properly_has_been_woken(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.chdir(tmp_path)  # a socket's path must be short
    heard = []
    with socket.socket(socket.AF_UNIX, socket.SOCK_STREAM) as listener:
        listener.bind(SOCKET)
        listener.listen()

        def hang_up() -> None:
            with listener.accept()[0] as connection:
                heard.append(connection.recv(4_096))

        # Twice: the client of XML-RPC asks again where a connection was closed on it.
        thread = threading.Thread(target=lambda: [hang_up(), hang_up()], daemon=True)
        thread.start()
        Supervisor(Path()).wake()
        thread.join(timeout=10)

    assert heard[0].startswith(b"POST ")


class Handler(SimpleXMLRPCRequestHandler):
    rpc_paths = ("/RPC2",)
    disable_nagle_algorithm = False  # a socket in the file system has none

    def log_request(self, *_: object) -> None:
        pass


class StandIn(UnixStreamServer, SimpleXMLRPCDispatcher):
    """Writes down what it is asked for."""

    logRequests = False  # noqa: N815 - the handler asks for it by this name

    def __init__(self, socket_file: str) -> None:
        SimpleXMLRPCDispatcher.__init__(self)
        UnixStreamServer.__init__(self, socket_file, Handler)
        self.asked: list[tuple[object, ...]] = []

    def _dispatch(self, method: str, params: tuple[object, ...]) -> bool:
        self.asked.append((method, *params))
        return True


@pytest.fixture
def stand_in(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[StandIn]:
    monkeypatch.chdir(tmp_path)
    with StandIn(SOCKET) as server:
        threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True).start()
        yield server
        server.shutdown()


def test_all_programs_are_told_to_stop_before_any_of_them_is_waited_for(stand_in: StandIn):
    Supervisor(Path()).shutdown()

    assert stand_in.asked == [("supervisor.stopAllProcesses", False), ("supervisor.shutdown",)]
