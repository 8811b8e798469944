"""supervisord's XML-RPC over its socket: ask what its programs do, tell it what to do."""

import contextlib
import socket
from dataclasses import dataclass
from http.client import HTTPConnection, HTTPException
from pathlib import Path
from typing import Any
from xmlrpc import client

SOCKET = "supervisor.sock"
ANSWER_SECONDS = 10.0  # within which a healthy supervisord has answered

# All that a call can fail with where nobody healthy is at the other end.
AWAY = (OSError, HTTPException, client.Error)


@dataclass(frozen=True)
class Program:
    """A program as supervisord sees it. `state` is RUNNING, STARTING, BACKOFF, FATAL, STOPPED, EXITED or so."""

    name: str
    state: str
    started: int  # Unix time of its last start, in seconds
    pid: int  # 0 where it does not run


class Supervisor:
    """A running supervisord, whose socket is in `folder`. Each call raises one of AWAY where it does not answer."""

    def __init__(self, folder: Path) -> None:
        self._server = client.ServerProxy("http://localhost", transport=_Transport(folder / SOCKET))

    def pid(self) -> int:
        return int(self._call("getPID"))

    def programs(self) -> list[Program]:
        return [
            Program(name=info["name"], state=info["statename"], started=info["start"], pid=info["pid"])
            for info in self._call("getAllProcessInfo")
        ]

    def start(self, name: str) -> None:
        """Start a program that is stopped or has given up. Returns at once."""
        self._call("startProcess", name, False)

    def stop(self, name: str) -> None:
        """Stop a program that runs. Returns at once."""
        self._call("stopProcess", name, False)

    def shutdown(self) -> None:
        """Stop all programs, and then supervisord. Returns at once."""
        # By itself it tells a program to stop when the one before has ended.
        self._call("stopAllProcesses", False)
        self._call("shutdown")

    def wake(self) -> None:
        """Let it see at once which programs have ended; by itself it looks once a second. It need not answer."""
        with contextlib.suppress(*AWAY):  # on its way down it refuses every question, and is awake all the same
            self._call("getPID")

    def _call(self, method: str, *arguments: Any) -> Any:
        return getattr(self._server, f"supervisor.{method}")(*arguments)


class _Transport(client.Transport):
    def __init__(self, path: Path) -> None:
        super().__init__()
        self._path = path

    def make_connection(self, host: Any) -> HTTPConnection:
        return _UnixConnection(self._path)


class _UnixConnection(HTTPConnection):
    def __init__(self, path: Path) -> None:
        super().__init__("localhost", timeout=ANSWER_SECONDS)
        self._path = path

    def connect(self) -> None:
        self.sock = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
        self.sock.settimeout(self.timeout)
        self.sock.connect(str(self._path))
