"""An image for each project of a stage, made where it is missing or its sources have changed."""

import subprocess
import time
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from {{ cookiecutter.namespace }}.runner.containers.engine import Engine
from {{ cookiecutter.namespace }}.runner.containers.images.bases import BASE, NODE, PYTHON, ensure_base, need
from {{ cookiecutter.namespace }}.runner.containers.images.building import build
from {{ cookiecutter.namespace }}.runner.containers.images.context import Context
from {{ cookiecutter.namespace }}.runner.containers.images.distributions import folders
from {{ cookiecutter.namespace }}.runner.containers.images.found import find_all, must_find
from {{ cookiecutter.namespace }}.runner.containers.images.made import Made
from {{ cookiecutter.namespace }}.runner.containers.images.sources import digest, line
from {{ cookiecutter.namespace }}.runner.errors import StageError
from {{ cookiecutter.namespace }}.runner.locking import alone
from {{ cookiecutter.namespace }}.runner.places import StageFolder, find_root
from {{ cookiecutter.namespace }}.runner.progress import Progress, silent
from {{ cookiecutter.namespace }}.runner.stagefile import StageFile

LONGEST_SECONDS = 1800.0  # of all images at once, from nothing, on a slow machine
CONTAINERFILE = "Containerfile"
LOCAL = "local"  # the version of what is built here, for here


@dataclass(frozen=True)
class Wish:
    """What is to be built, and how."""

    version: str = LOCAL
    projects: tuple[str, ...] = ()  # none named: all
    afresh: bool = False  # also where nothing has changed, and with Debian's updates of today
    network: str = ""  # the engine's own, or `none` to prove that none is needed


def tag_of(image: str, version: str = LOCAL) -> str:
    """The whole name of an image of ours. As a rule it is called as its project; see `StageFile.image_of`."""
    return f"{{ cookiecutter.namespace }}/{image}:{version}"


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
    # Two builds at a time would make twice what they have in common, and each image with layers of its own.
    with alone(StageFolder(find_root(stage.folder) / "var" / "images"), progress, LONGEST_SECONDS):
        yield from _each(stage, engine, progress, wish)


def _each(stage: StageFile, engine: Engine, progress: Progress, wish: Wish) -> Iterator[Made]:
    names = wish.projects or tuple(stage.projects)
    home = stage.file(CONTAINERFILE).parent
    there = find_all(engine, [PYTHON, BASE, *(tag_of(stage.image_of(name), wish.version) for name in names)])
    base = ensure_base(engine, home, there, afresh=wish.afresh, progress=progress)
    yield base
    context = Context(stage.folder.parent.parent)
    files = [*context.files(), home / CONTAINERFILE]
    lines = {file.relative_to(context.folder).as_posix(): line(context.folder, file) for file in files}
    for name in names:
        requirement = f"{{ cookiecutter.namespace }}-stage-{stage.projects[name].distribution}[{name}]"
        tag = tag_of(stage.image_of(name), wish.version)
        sources = sources_of(requirement, context.folder, lines, base.image.id)
        image = there.get(tag)
        began, seconds = time.monotonic(), None
        if image is None or image.sources != sources or wish.afresh:
            need(engine, NODE, progress)
            arguments = {
                "PROJECT": name,
                "STAGE": stage.projects[name].distribution,
                "WSGI": stage.projects[name].wsgi,
                "IMAGE": stage.image_of(name),
                "VERSION": wish.version,
                "REVISION": revision(context.folder),
                "SOURCES": sources,
            }
            build(
                engine,
                tag,
                containerfile=home / CONTAINERFILE,
                context=context.folder,
                arguments=arguments,
                progress=progress,
                network=wish.network,
            )
            image, seconds = must_find(engine, tag), time.monotonic() - began
        yield Made(tag, image, base.image, seconds)


def sources_of(requirement: str, folder: Path, lines: Mapping[str, str], *others: str) -> str:
    """What the image of a project is made of; `lines` says it of each file that a build sees, by its path in `folder`.

    `requirement` is the project as a distribution, such as {{ cookiecutter.namespace }}-stage-split[coupon]. What belongs to other services
    and other stages alone does not count.
    """
    own = {each.relative_to(folder).as_posix() for each in folders(folder, requirement)}
    members = {path.removesuffix("/pyproject.toml") for path in lines if path.endswith("/pyproject.toml")}
    beginnings = tuple(f"{each}/" for each in members - own)
    return digest([said for path, said in lines.items() if not path.startswith(beginnings)], *others)


def revision(folder: Path) -> str:
    """What version control calls these sources, `-dirty` where some of it is not committed; empty where none knows."""
    command = ["git", "describe", "--always", "--dirty", "--abbrev=40", "--exclude=*"]
    try:
        done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)
    except OSError:
        return ""
    return done.stdout.strip() if done.returncode == 0 else ""
