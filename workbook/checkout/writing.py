"""Write the folder: the distributions as they are, and around them the few files that make a project of them."""

import shutil
import tomllib
from collections.abc import Iterator
from pathlib import Path

from jinja2 import Environment, PackageLoader, StrictUndefined

from clever.runner.stagefile import known_stages, load_stage
from workbook.checkout.members import GROWING, Member, extras_tested_apart, needed_by, read_members
from workbook.errors import BookError

# What running and testing leave behind is nobody's source.
LEFT_OUT = ("__pycache__", "*.pyc", "*.egg-info", ".*_cache", ".hypothesis", "*.sqlite3*", "var", "media")

TEMPLATE = "templates/service"  # what a new service is made of
ROOT_FILES = {"README.md.jinja": "README.md", "pyproject.toml.jinja": "pyproject.toml", "tasks.py.jinja": "tasks.py"}


def check_out(stage: str, target: Path, *, root: Path) -> Iterator[str]:
    """Make `target` a project that holds `stage`, saying what has been written as it goes.

    Raises BookError, before anything is written, where the stage is unknown, the target is not empty, or lies
    inside the workbook, whose tools would take it for a part of their own project.
    """
    grows = _can_grow(stage, root)
    members = needed_by(stage, read_members(root / "reference_app"), grows=grows)
    target = target.resolve()
    _refuse(target, root.resolve())
    for member in members:
        yield _copy(member.folder, root / "reference_app", target)
    _forget_others(target)
    if grows:
        yield _copy(root / TEMPLATE, root, target)
    for file in (root / ".python-version", root / ".gitignore", root / "LICENSE", root / "reference_app/.dockerignore"):
        shutil.copyfile(file, target / file.name)
    yield from _render(stage, members, root, target)


def _refuse(target: Path, root: Path) -> None:
    if target == root or root in target.parents:
        raise BookError(f"{target} lies inside the workbook; choose a folder outside, such as ../my-{target.name}")
    if target.exists() and not target.is_dir():
        raise BookError(f"{target} is a file; choose another name")
    if target.is_dir() and any(target.iterdir()):
        raise BookError(f"{target} is not empty; choose a new folder, nothing is overwritten")


def _can_grow(stage: str, root: Path) -> bool:
    """Whether `inv new-service` lets a service join it: it adds projects to those of another stage."""
    if stage not in known_stages(root):
        return False  # whoever looks for what it needs says so
    return bool(load_stage(stage, root).extends)


def _copy(folder: Path, source: Path, target: Path) -> str:
    place = folder.relative_to(source)
    try:
        shutil.copytree(folder, target / place, ignore=shutil.ignore_patterns(*LEFT_OUT))
    except (OSError, shutil.Error) as error:
        raise BookError(f"{target / place} cannot be written: {error}") from error
    return str(place)


def _forget_others(target: Path) -> None:
    """Take out what is recorded of services that the project does not have, or it would seem to have lost them."""
    for recorded in (target / "contracts/released").glob("*.json"):
        if not any((target / "services").glob(f"*/clever/service/{recorded.stem}")):
            recorded.unlink()


def _render(stage: str, members: list[Member], root: Path, target: Path) -> Iterator[str]:
    templates = Environment(  # noqa: S701 - TOML, Python and Markdown: HTML's escapes would spoil them
        loader=PackageLoader("workbook.checkout"), undefined=StrictUndefined, keep_trailing_newline=True
    )
    folders = {member.name: member.folder.relative_to(root / "reference_app").as_posix() for member in members}
    # Several projects have no settings in common, on which all tests could run together.
    one_project = (root / f"reference_app/stages/{stage}/{stage}/settings.py").exists()
    apart = [] if one_project else [folders[member.name] for member in members if member.has_settings]
    extras = {
        folder.relative_to(root / "reference_app").as_posix(): there
        for folder, there in extras_tested_apart(members).items()
    }
    values = {
        "stage": stage,
        "grows": any(member.name == GROWING for member in members),
        "in_containers": load_stage(stage, root).compose is not None,
        "members": members,
        "folders": sorted(folders.values()),
        "one_project": one_project,
        "together": [folder for folder in folders.values() if folder not in apart],
        "apart": [*apart, *(folder for folder, there in extras.items() if there)],
        "ignored": list(extras),
        "workbook": _pyproject(root),
    }
    for template, name in ROOT_FILES.items():
        (target / name).write_text(templates.get_template(template).render(values), encoding="utf-8")
        yield name


def _pyproject(root: Path) -> dict[str, object]:
    table = tomllib.loads((root / "pyproject.toml").read_text(encoding="utf-8"))
    return {
        "exclude_newer": table["tool"]["uv"]["exclude-newer"],
        "requires_python": table["project"]["requires-python"],
        "markers": table["tool"]["pytest"]["ini_options"]["markers"],
    }
