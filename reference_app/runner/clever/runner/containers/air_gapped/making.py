"""`inv images --air-gapped`: what compose.yaml and the Containerfiles pull, under the same tags."""

import time
from collections.abc import Iterator
from pathlib import Path

from clever.runner.containers.air_gapped import certificates, debian
from clever.runner.containers.engine import Engine
from clever.runner.containers.images import found
from clever.runner.containers.images.building import build
from clever.runner.containers.images.made import Made
from clever.runner.containers.images.sources import digest
from clever.runner.progress import Progress, silent

# By the folder of its Containerfile.
TAGS = {
    "python": "python:3.13-slim-trixie",
    "postgres": "postgres:17",
    "redis": "redis:8.0",
    "nginx": "nginx:1.26",
    "node": "node:20-slim",
}


def make_all(engine: Engine, folder: Path, *, afresh: bool = False, progress: Progress = silent) -> Iterator[Made]:
    """Make each image that is missing or whose sources have changed; `folder` holds a folder for each.

    One that came from elsewhere is left as it is, unless all are to be made `afresh`. Raises StageError where one
    cannot be made; those before it stay.
    """
    yield _debian(engine, folder / "debian", afresh=afresh, progress=progress)
    base = found.must_find(engine, debian.TAG)
    for name, tag in TAGS.items():
        yield _one(engine, folder / name, tag, base, afresh=afresh, progress=progress)


def _debian(engine: Engine, additions: Path, *, afresh: bool, progress: Progress) -> Made:
    trusted = certificates.of_this_machine()
    sources = digest(additions, _files(additions), debian.SUITE, trusted.read_text() if trusted else "")
    began = time.monotonic()
    is_made = afresh or _is_outdated(engine, debian.TAG, sources)
    if is_made:
        debian.make(engine, additions, sources=sources, progress=progress)
    return Made.of(engine, debian.TAG, base="", seconds=time.monotonic() - began if is_made else None)


def _one(engine: Engine, folder: Path, tag: str, base: found.Image, *, afresh: bool, progress: Progress) -> Made:
    sources = digest(folder, _files(folder), base.id)
    began = time.monotonic()
    is_made = afresh or _is_outdated(engine, tag, sources)
    if is_made:
        arguments = {"SOURCES": sources}
        file = folder / "Containerfile"
        build(engine, tag, containerfile=file, context=folder, arguments=arguments, progress=progress, afresh=afresh)
    return Made.of(engine, tag, base=debian.TAG, seconds=time.monotonic() - began if is_made else None)


def _files(folder: Path) -> list[Path]:
    return [file for file in folder.rglob("*") if file.is_file()]


def _is_outdated(engine: Engine, tag: str, sources: str) -> bool:
    """Whether there is none, or one that we made of something else."""
    image = found.find(engine, tag)
    return image is None or image.sources not in ("", sources)
