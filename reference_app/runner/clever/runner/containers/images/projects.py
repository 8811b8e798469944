"""An image for each project of a stage, made where it is missing or its sources have changed."""

import subprocess
import time
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from clever.runner.containers.engine import Engine
from clever.runner.containers.images.bases import BASE, NODE, ensure_base, need
from clever.runner.containers.images.building import build
from clever.runner.containers.images.context import Context
from clever.runner.containers.images.distributions import folders
from clever.runner.containers.images.found import Image, find, must_find
from clever.runner.containers.images.made import Made
from clever.runner.containers.images.sources import digest
from clever.runner.errors import StageError
from clever.runner.progress import Progress, silent
from clever.runner.stagefile import StageFile

LOCAL = "local"  # the version of what is built here, for here


@dataclass(frozen=True)
class Wish:
    """What is to be built, and how."""

    version: str = LOCAL
    projects: tuple[str, ...] = ()  # none named: all
    afresh: bool = False  # also where nothing has changed, and with Debian's updates of today
    network: str = ""  # the engine's own, or `none` to prove that none is needed


def tag_of(project: str, version: str = LOCAL) -> str:
    """The name of a project's image."""
    return f"clever/{project}:{version}"


def ensure(stage: StageFile, engine: Engine, progress: Progress = silent, wish: Wish = Wish()) -> list[Made]:
    """Make the images of `stage` that are missing or whose sources have changed, and our base before them.

    Raises StageError for a project that the stage has not, and where an image cannot be made; those before it stay.
    """
    return list(each(stage, engine, progress, wish))


def each(stage: StageFile, engine: Engine, progress: Progress = silent, wish: Wish = Wish()) -> Iterator[Made]:
    """As `ensure`, and each image is handed out as soon as it is there."""
    for name in wish.projects:
        if name not in stage.projects:
            raise StageError(f"{stage.name} has no service {name!r}; there are: {', '.join(stage.projects)}")
    yield ensure_base(engine, stage.folder, afresh=wish.afresh, progress=progress)
    base = must_find(engine, BASE)
    context = Context(stage.folder.parent.parent)
    files = list(context.files())
    for name in wish.projects or stage.projects:
        yield _one(stage, engine, name, base, context, files, progress, wish)


def sources_of(context: Context, files: Iterable[Path], project: str, *others: str) -> str:
    """What the image of a project is made of. What belongs to other services only does not count."""
    own = folders(context.folder, f"clever-stage-split[{project}]")
    services = context.folder / "services"
    used = [file for file in files if services not in file.parents or any(folder in file.parents for folder in own)]
    return digest(context.folder, used, *others)


def _one(
    stage: StageFile,
    engine: Engine,
    project: str,
    base: Image,
    context: Context,
    files: list[Path],
    progress: Progress,
    wish: Wish,
) -> Made:
    tag, containerfile = tag_of(project, wish.version), stage.folder / "Containerfile"
    sources = sources_of(context, [*files, containerfile], project, base.id)
    image = find(engine, tag)
    if image and image.sources == sources and not wish.afresh:
        return Made.of(engine, tag, base=BASE, seconds=None)
    need(engine, NODE, progress)
    began = time.monotonic()
    build(
        engine,
        tag,
        containerfile=containerfile,
        context=context.folder,
        arguments={
            "PROJECT": project,
            "VERSION": wish.version,
            "REVISION": revision(context.folder),
            "SOURCES": sources,
        },
        progress=progress,
        network=wish.network,
    )
    return Made.of(engine, tag, base=BASE, seconds=time.monotonic() - began)


def revision(folder: Path) -> str:
    """What version control calls these sources, `-dirty` where some of it is not committed; empty where none knows."""
    command = ["git", "describe", "--always", "--dirty", "--abbrev=40", "--exclude=*"]
    try:
        done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)
    except OSError:
        return ""
    return done.stdout.strip() if done.returncode == 0 else ""
