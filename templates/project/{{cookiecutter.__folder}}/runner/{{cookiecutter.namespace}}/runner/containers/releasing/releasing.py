"""Bring a version to people: build, try, push, migrate, and then one service after the other."""

import re
import time
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from {{ cookiecutter.namespace }}.runner.containers import configuration
from {{ cookiecutter.namespace }}.runner.containers.compose import Compose
from {{ cookiecutter.namespace }}.runner.containers.images import LOCAL, Wish, ensure, tag_of
from {{ cookiecutter.namespace }}.runner.containers.releasing.publishing import publish
from {{ cookiecutter.namespace }}.runner.containers.releasing.replacing import Replacement
from {{ cookiecutter.namespace }}.runner.containers.releasing.trying import once, try_out
from {{ cookiecutter.namespace }}.runner.envfile import read_env, write_env
from {{ cookiecutter.namespace }}.runner.errors import StageError
from {{ cookiecutter.namespace }}.runner.locking import alone
from {{ cookiecutter.namespace }}.runner.places import StageFolder, find_root
from {{ cookiecutter.namespace }}.runner.progress import Progress, Step, silent
from {{ cookiecutter.namespace }}.runner.record import running_record
from {{ cookiecutter.namespace }}.runner.stagefile import StageFile
from {{ cookiecutter.namespace }}.runner.ways import load_stage_as_it_runs

VERSION = re.compile(r"[A-Za-z0-9_][A-Za-z0-9._-]{0,127}")


@dataclass(frozen=True)
class Released:
    """A project that serves by its new image now."""

    project: str
    image: str
    seconds: float  # from its first step to its last


def release(
    name: str,
    version: str,
    *,
    projects: tuple[str, ...] = (),
    registry: str = "",
    progress: Progress | None = None,
    root: Path | None = None,
) -> Iterator[Released]:
    """Release `version` of all projects of a running stage, or of those named. Hands out each when it serves.

    With a `registry`, such as 127.0.0.1:5000, the images are pushed there, and run by their digests.
    Raises StageError before anything has changed for what is wrong with the wish, an image that cannot be made or is
    not good, and a registry that does not take it; later for a version that does not become ready: then that project
    goes on with its old version, those before it have the new one, and those after it were not touched.
    """
    root = root or find_root()
    stage = load_stage_as_it_runs(name, root)
    folder = StageFolder.of(stage.name, root)
    _check_wish(stage, folder, version, projects)
    tell = progress or silent
    with alone(folder, tell):
        compose = Compose.of(stage, folder)
        chosen = projects or tuple(stage.projects)
        ensure(stage, compose.engine, tell, Wish(version, chosen))
        images = {}
        for project in chosen:
            tag = tag_of(stage.image_of(project), version)
            tell(Step("try the image", project))
            try_out(_with(compose, project, tag), project)
            if registry:
                tell(Step("push", project))
            images[project] = publish(compose.engine, tag, registry) if registry else tag
        for project, image in images.items():
            began = time.monotonic()
            _bring(_with(compose, project, image), project, tell)
            _remember(compose, project, image)
            yield Released(project, image, time.monotonic() - began)


def _check_wish(stage: StageFile, folder: StageFolder, version: str, projects: tuple[str, ...]) -> None:
    if not stage.compose:
        raise StageError(f"{stage.name} does not run in containers; new code comes to it by: inv reload {stage.name}")
    if not VERSION.fullmatch(version) or version == LOCAL:
        raise StageError(f"version {version!r} cannot be released; use one such as 1.4.0")
    for project in projects:
        if project not in stage.projects:
            raise StageError(f"{stage.name} has no service {project!r}; there are: {', '.join(stage.projects)}")
    if running_record(folder) is None:
        raise StageError(f"{stage.name} is not up, so there is nobody to release to; start it: inv up {stage.name}")


def _with(compose: Compose, project: str, image: str) -> Compose:
    return replace(compose, overrides={configuration.image_variable(project): image})


def _bring(compose: Compose, project: str, tell: Progress) -> None:
    """Migrate, with the old version still serving: a migration must leave it able to. Then replace what runs."""
    tell(Step("migrate", project))
    once(compose, f"prepare-{project}", "python", "manage.py", "migrate", "--no-input")
    for program, kind in compose.stage.projects[project].processes.items():
        if kind == "gunicorn":
            Replacement(compose, program, tell).carry_out()
        else:
            tell(Step(f"{program} anew", project))
            compose.run("up", "--detach", "--no-deps", program)


def _remember(compose: Compose, project: str, image: str) -> None:
    """Let the next start, and whatever compose does meanwhile, use this image."""
    said = {configuration.image_variable(project): image}
    for file in (configuration.release_file(compose.folder), compose.variables):
        write_env(file, read_env(file) | said)
