"""Asking supervisord. What it answers while it runs, the tests of starting and stopping see."""

import socket
import threading
from pathlib import Path

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
