"""Push an image to a registry of this notebook's own, and count what had to be sent."""

import subprocess
import time
from dataclasses import dataclass

from lab.containers.engine import engine, said
from lab.containers.forgetting import forget
from lab.containers.image import MEBIBYTE
from lab.containers.manifests import manifest
from lab.containers.stored import blobs
from lab.display import Shown, Table
from lab.engines.handle import Engine
from lab.errors import LabError

PATIENCE = 120.0


@dataclass(frozen=True, repr=False)
class Push(Shown):
    """An image that a registry has taken: its name there by tag and by digest.

    `blobs` and `size` are what the registry did not have before, as a count and in bytes; it took `seconds`.
    """

    name: str
    by_digest: str
    blobs: int
    size: int
    seconds: float

    def html(self) -> str:
        return self._table().html()

    def text(self) -> str:
        return self._table().text()

    def _table(self) -> Table:
        columns = ["pushed", "new blobs", "new MiB", "seconds"]
        row = [self.name, self.blobs, self.size / MEBIBYTE, self.seconds]
        return Table(columns, [row], title=f"by digest: `{self.by_digest}`")


def push(tag: str, registry: Engine, *, patience: float = PATIENCE) -> Push:
    """Push an image that is here: `lab.containers.push("cafe:1", lab.registry()).by_digest`.

    An engine tries again by itself where a registry fails, for a minute or so; after `patience` seconds it is stopped.
    Raises LabError, with the engine's last word, where there is no such image and where the registry does not take it.
    """
    there = f"{registry.address}/{tag}"
    said("tag", tag, there)
    before = blobs(registry)
    begun = time.monotonic()
    try:
        _send(there, patience)
    finally:
        forget(there)  # the name was for the journey
    seconds = time.monotonic() - begun
    new = {digest: size for digest, size in blobs(registry).items() if digest not in before}
    repository, _, version = tag.rpartition(":")
    digest = manifest(registry, repository, version).digest
    name = f"{registry.address}/{repository}@{digest}"
    return Push(there, name, len(new), sum(new.values()), seconds)


def _send(name: str, patience: float) -> None:
    from clever.runner.logs import telling_line

    # docker speaks plain HTTP to whoever is on loopback; podman wants to be told.
    plain = ["--tls-verify=false"] if engine().name == "podman" else []
    command = [str(engine().program), "push", *plain, name]
    try:
        done = subprocess.run(
            command, stdin=subprocess.DEVNULL, capture_output=True, text=True, timeout=patience, check=False
        )
    except subprocess.TimeoutExpired as error:
        words = telling_line(_text(error.stderr) or _text(error.stdout))
        raise LabError(f"{name} was not taken within {patience:g} s; the last that was said: {words}") from error
    if done.returncode:
        raise LabError(f"{name} was not taken: {telling_line(done.stderr or done.stdout)}")


def _text(said_so_far: str | bytes | None) -> str:
    """What a command had said when its time was over: bytes, whatever was asked for."""
    return said_so_far.decode(errors="replace") if isinstance(said_so_far, bytes) else said_so_far or ""
