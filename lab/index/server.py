"""devpi-server: own folder, own port, own password, on loopback only, and it asks nobody else for packages."""

import base64
import json
import secrets
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

import httpx2

from lab.index.tool import program
from lab.running.ports import HOST

if TYPE_CHECKING:
    from clever.runner.engines.keeping import Kept

USER = "root"
PATH = f"/{USER}/shop"
"""devpi's indexes belong to users. Ours is one that only its owner may publish to, and everybody may read."""


@dataclass(frozen=True)
class Devpi:
    """A running devpi-server, with one index that is empty at first and has no other behind it."""

    port: int
    password: str = field(repr=False)
    kept: "Kept" = field(repr=False)

    @property
    def root(self) -> str:
        return f"http://{HOST}:{self.port}"

    @property
    def upload_url(self) -> str:
        return f"{self.root}{PATH}/"

    @property
    def url(self) -> str:
        """The simple index, which uv and pip read."""
        return f"{self.root}{PATH}/+simple/"

    def start(self) -> None:
        self.kept.start()

    def stop(self) -> None:
        self.kept.stop()


@contextmanager
def private_devpi() -> Iterator[Devpi]:
    """devpi for as long as the block lasts. Raises LabError where it is absent, StageError where it does not start."""
    from clever.runner.engines.keeping import Kept, Program, own_folder, own_port

    initialise, serve = program("devpi-init"), program("devpi-server")
    with own_folder("devpi-") as folder:
        port, password = own_port(), secrets.token_urlsafe(24)
        configuration = _configuration(folder, port, password)
        # For the keeper it is one command: it makes its folder, and then becomes the server.
        script = '"$1" -c "$0" && exec "$2" -c "$0"'
        words = ["/bin/sh", "-c", script, str(configuration), str(initialise), str(serve)]
        kept = Kept(Program("devpi", words, folder, answers=lambda: _is_ours(port, password)))
        try:
            kept.start()
            devpi = Devpi(port, password, kept)
            _make_index(devpi)
            yield devpi
        finally:
            kept.end()


def _configuration(folder: Path, port: int, password: str) -> Path:
    """Written to a file for this user alone: a command line is there for everybody to read."""
    from clever.runner.envfile import write_private

    secret = folder / "secret"
    write_private(secret, base64.b64encode(secrets.token_bytes(32)).decode())
    options = {
        "serverdir": str(folder / "server"),
        "secretfile": str(secret),
        "root-passwd": password,
        "host": HOST,
        "port": port,
        "threads": 8,
        "no-root-pypi": True,  # no copy of PyPI's index behind ours
        "offline-mode": True,
        "restrict-modify": USER,
        # What makes a weak secret hard to guess takes seconds and half a gigabyte. Ours is 32 bytes of chance.
        "argon2-memory-cost": 8,
        "argon2-parallelism": 1,
        "argon2-time-cost": 1,
    }
    file = folder / "devpi.yml"
    lines = "".join(f"  {name}: {json.dumps(value)}\n" for name, value in options.items())
    write_private(file, f"devpi-server:\n{lines}")
    return file


def _is_ours(port: int, password: str) -> bool:
    """Whether the server on `port` takes this password: so it is ours, and nobody else's."""
    try:
        return bool(_login(port, password))
    except (httpx2.TransportError, LookupError, ValueError):
        return False


def _login(port: int, password: str) -> str:
    answer = _ask("POST", f"http://{HOST}:{port}/+login", json={"user": USER, "password": password})
    return str(answer["result"]["password"])


def _make_index(devpi: Devpi) -> None:
    token = base64.b64encode(f"{USER}:{_login(devpi.port, devpi.password)}".encode()).decode()
    # Not volatile: what is published stays what it is. No bases: what is not here is not fetched from elsewhere.
    wanted = {"type": "stage", "bases": [], "volatile": False}
    _ask("PUT", f"{devpi.root}{PATH}", json=wanted, headers={"X-Devpi-Auth": token})


def _ask(method: str, url: str, **options: Any) -> dict[str, Any]:
    answer = httpx2.request(method, url, timeout=10, trust_env=False, **options)
    found: dict[str, Any] = answer.json()
    return found
