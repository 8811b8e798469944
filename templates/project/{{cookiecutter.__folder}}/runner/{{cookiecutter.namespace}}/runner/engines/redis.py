"""A private Redis server: own folder, own password, on loopback only, and nothing of it is kept."""

import secrets
import socket
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from {{ cookiecutter.namespace }}.runner.engines import programs
from {{ cookiecutter.namespace }}.runner.engines.keeping import Kept, Program, own_folder, own_port
from {{ cookiecutter.namespace }}.runner.envfile import write_private
from {{ cookiecutter.namespace }}.runner.errors import StageError
from {{ cookiecutter.namespace }}.runner.ports import HOST

CONFIGURATION = """
bind {host}
port {port}
requirepass {password}
dir "{folder}"
save ""
appendonly no
daemonize no
"""


def find_redis() -> str | None:
    """The path of redis-server, or of valkey-server, which is the same to us; None where neither is installed."""
    found = programs.find("redis")
    return str(found) if found else None


@dataclass(frozen=True)
class Redis:
    """A running server. It keeps what it holds in memory only: stopped, it has forgotten everything."""

    folder: Path
    port: int
    password: str = field(repr=False)
    kept: Kept = field(repr=False)

    def url(self, database: int = 0) -> str:
        """The CACHE_URL of one of its sixteen numbered databases."""
        return f"redis://:{self.password}@{HOST}:{self.port}/{database}"

    def stop(self) -> None:
        self.kept.stop()

    def start(self) -> None:
        """Start it again on its port, empty."""
        self.kept.start()


@contextmanager
def private_redis() -> Iterator[Redis]:
    """A Redis server for as long as the block lasts. Raises StageError where it is not installed or does not start."""
    program = find_redis()
    if program is None:
        raise StageError("Redis is not installed; `inv doctor --install` gets it")
    with own_folder("redis-") as folder:
        port = own_port()
        password = secrets.token_urlsafe(24)
        configuration = folder / "redis.conf"
        # In a file: a command line is there for everybody to read.
        text = CONFIGURATION.format(host=HOST, port=port, password=password, folder=folder)
        write_private(configuration, text)
        kept = Kept(Program("Redis", [program, str(configuration)], folder, answers=lambda: _lets_in(port, password)))
        try:
            kept.start()
            yield Redis(folder, port, password, kept)
        finally:
            kept.end()


def _lets_in(port: int, password: str) -> bool:
    """Whether the server on `port` takes this password: so it is ours, and nobody else's."""
    try:
        with socket.create_connection((HOST, port), timeout=1) as connection:
            connection.sendall(f"AUTH {password}\r\n".encode())
            return connection.recv(64).startswith(b"+OK")
    except OSError:
        return False
