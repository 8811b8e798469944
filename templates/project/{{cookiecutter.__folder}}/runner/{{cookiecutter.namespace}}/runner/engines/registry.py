"""A private image registry: own folder, on loopback only, and nothing of it is kept."""

import json
import secrets
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

import httpx2

from {{ cookiecutter.namespace }}.runner.engines import programs
from {{ cookiecutter.namespace }}.runner.engines.keeping import Kept, Program, own_folder, own_port
from {{ cookiecutter.namespace }}.runner.errors import StageError
from {{ cookiecutter.namespace }}.runner.logs import tail
from {{ cookiecutter.namespace }}.runner.ports import HOST, base_url

API_SECONDS = 2.0


@dataclass(frozen=True)
class Registry:
    """A running registry. Engines speak plain HTTP to one on loopback, and to no other."""

    folder: Path
    port: int
    kept: Kept = field(repr=False)

    @property
    def address(self) -> str:
        """What goes before an image's name."""
        return f"{HOST}:{self.port}"

    @property
    def log(self) -> str:
        """The last of what it has written down."""
        return tail(self.folder / "log")

    def images(self) -> list[str]:
        """The names of what it holds, without versions. Raises StageError where it does not answer."""
        try:
            answer = httpx2.get(f"{base_url(self.port)}/v2/_catalog", timeout=API_SECONDS, trust_env=False)
        except httpx2.HTTPError as error:
            raise StageError(f"the registry at {self.address} does not answer ({error})") from error
        names: list[str] = answer.json()["repositories"]
        return names

    def stop(self) -> None:
        self.kept.stop()

    def start(self) -> None:
        """Start it again, with all that it held."""
        self.kept.start()


@contextmanager
def private_registry(*, largest: int | None = None) -> Iterator[Registry]:
    """A registry for as long as the block lasts. Raises StageError where it is not installed or does not start.

    With `largest` it cannot write a file of more bytes, as if its disk were full by then.
    """
    program = programs.find("docker-registry")
    if program is None:
        raise StageError("docker-registry is not installed; `inv doctor --install` gets it")
    with own_folder("registry-") as folder:
        port = own_port()
        configuration = folder / "config.yml"
        configuration.write_text(json.dumps(_configuration(folder, port)), encoding="utf-8")  # JSON is YAML as well
        # The system's own limit: what a full disk does to a program, without filling one.
        limited = ["prlimit", f"--fsize={largest}"] if largest is not None else []
        command = [*limited, str(program), "serve", str(configuration)]
        kept = Kept(Program("docker-registry", command, folder, answers=lambda: _answers(port)))
        try:
            kept.start()
            yield Registry(folder, port, kept)
        finally:
            kept.end()


def _configuration(folder: Path, port: int) -> dict[str, object]:
    return {
        "version": 0.1,
        "log": {"level": "warn", "accesslog": {"disabled": True}},
        "storage": {"filesystem": {"rootdirectory": str(folder / "images")}, "delete": {"enabled": True}},
        "http": {"addr": f"{HOST}:{port}", "secret": secrets.token_urlsafe(32)},
    }


def _answers(port: int) -> bool:
    try:
        return httpx2.get(f"{base_url(port)}/v2/", timeout=API_SECONDS, trust_env=False).status_code == 200
    except httpx2.HTTPError:
        return False
