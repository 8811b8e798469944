"""What our images are built on: images of others, and the one base of our own."""

import time
from collections.abc import Mapping
from pathlib import Path

from {{ cookiecutter.namespace }}.runner.containers.engine import Engine
from {{ cookiecutter.namespace }}.runner.containers.images.building import build
from {{ cookiecutter.namespace }}.runner.containers.images.found import Image, find, must_find
from {{ cookiecutter.namespace }}.runner.containers.images.made import Made
from {{ cookiecutter.namespace }}.runner.containers.images.sources import digest, line
from {{ cookiecutter.namespace }}.runner.errors import StageError
from {{ cookiecutter.namespace }}.runner.progress import Progress, Step

PYTHON = "python:3.13-slim-trixie"
NODE = "node:20-slim"
BASE = "{{ cookiecutter.namespace }}/base:local"


def need(engine: Engine, tag: str, progress: Progress) -> Image:
    """The image `tag`, pulled where it is not here.

    Raises StageError where that is not possible, saying how it is made without a registry.
    """
    if image := find(engine, tag):
        return image
    progress(Step("pulled", tag))
    try:
        engine.run("pull", "--quiet", tag)
    except StageError as error:
        instead = "make it from Debian's packages: inv images --air-gapped"
        raise StageError(f"{tag} is not here and cannot be pulled ({error}); {instead}") from error
    return must_find(engine, tag)


def ensure_base(engine: Engine, folder: Path, there: Mapping[str, Image], *, afresh: bool, progress: Progress) -> Made:
    """Make our base where it is missing, or was made of something else; `folder` holds base.Containerfile.

    `there` holds the images that are here already. Raises StageError where it cannot be made.
    """
    containerfile = folder / "base.Containerfile"
    beneath = there.get(PYTHON) or need(engine, PYTHON, progress)
    sources = digest([line(folder, containerfile)], beneath.id)
    base = there.get(BASE)
    if base and base.sources == sources and not afresh:
        return Made(BASE, base, beneath, seconds=None)
    began = time.monotonic()
    build(
        engine,
        BASE,
        containerfile=containerfile,
        context=folder / "assets",  # it takes no file of ours; this folder is small
        arguments={"SOURCES": sources},
        progress=progress,
        afresh=afresh,
    )
    return Made(BASE, must_find(engine, BASE), beneath, time.monotonic() - began)
