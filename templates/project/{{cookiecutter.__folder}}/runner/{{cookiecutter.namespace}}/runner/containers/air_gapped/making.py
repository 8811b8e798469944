"""`inv images --air-gapped`: what compose.yaml and the Containerfiles pull, under the same tags."""

import time
from collections.abc import Iterator
from pathlib import Path

from {{ cookiecutter.namespace }}.runner.containers.air_gapped import certificates, debian
from {{ cookiecutter.namespace }}.runner.containers.engine import Engine
from {{ cookiecutter.namespace }}.runner.containers.images import found
from {{ cookiecutter.namespace }}.runner.containers.images.building import build
from {{ cookiecutter.namespace }}.runner.containers.images.made import Made
from {{ cookiecutter.namespace }}.runner.containers.images.sources import digest_of
from {{ cookiecutter.namespace }}.runner.progress import Progress, silent

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
    there = found.find_all(engine, [debian.TAG, *TAGS.values()])
    base = _debian(engine, folder / "debian", there.get(debian.TAG), afresh=afresh, progress=progress)
    yield base
    for name, tag in TAGS.items():
        sources = digest_of(folder / name, base.image.id)
        image = there.get(tag)
        began, seconds = time.monotonic(), None
        if image is None or afresh or _is_outdated(image, sources):
            build(
                engine,
                tag,
                containerfile=folder / name / "Containerfile",
                context=folder / name,
                arguments={"SOURCES": sources},
                progress=progress,
                afresh=afresh,
            )
            image, seconds = found.must_find(engine, tag), time.monotonic() - began
        yield Made(tag, image, base.image, seconds)


def _debian(engine: Engine, additions: Path, image: found.Image | None, *, afresh: bool, progress: Progress) -> Made:
    trusted = certificates.of_this_machine()
    sources = digest_of(additions, debian.SUITE, trusted.read_text(encoding="utf-8") if trusted else "")
    began, seconds = time.monotonic(), None
    if image is None or afresh or _is_outdated(image, sources):
        debian.make(engine, additions, sources=sources, progress=progress)
        image, seconds = found.must_find(engine, debian.TAG), time.monotonic() - began
    return Made(debian.TAG, image, None, seconds)


def _is_outdated(image: found.Image, sources: str) -> bool:
    """Whether we made it of something else. One that we did not make is good as it is."""
    return image.sources not in ("", sources)
