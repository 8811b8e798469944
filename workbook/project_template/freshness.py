"""Keep `templates/project` equal to what the reference app and the overlay say."""

from pathlib import Path

from workbook.errors import BookError
from workbook.project_template.building import build
from workbook.project_template.tree import Tree, read_tree

TEMPLATE = "templates/project"
SCRIPT = b"#!"  # how a file begins that can be run as it is; cookiecutter gives a project's files the template's modes
EXECUTABLE = 0o111


def write(root: Path) -> list[str]:
    """Write the files that differ and delete those that are no part of it. Gives the places that changed."""
    folder, wanted = root / TEMPLATE, build(root)
    there = _there(folder)
    changed = [place for place in wanted if _wrong(folder, wanted, there, place)]
    strays = sorted(there.keys() - wanted.keys())
    for place in strays:  # first, since a folder may come in the place of a file
        (folder / place).unlink()
    _remove_empty(folder)
    for place in changed:
        file = folder / place
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(wanted[place])
        if _cannot_run(file):
            file.chmod(file.stat().st_mode | EXECUTABLE)
    return [*changed, *strays]


def check(root: Path) -> None:
    """Raise BookError, a line for each file that differs."""
    folder, wanted = root / TEMPLATE, build(root)
    there = _there(folder)
    problems = [
        f"{TEMPLATE}/{place}: {wrong}; run 'inv templates'"
        for place in sorted(wanted.keys() | there.keys())
        if (wrong := _wrong(folder, wanted, there, place))
    ]
    if problems:
        raise BookError("\n".join(problems))


def _there(folder: Path) -> Tree:
    return read_tree(folder) if folder.is_dir() else {}


def _wrong(folder: Path, wanted: Tree, there: Tree, place: str) -> str:
    """What is wrong with a file; empty where it is as it should be."""
    if place not in there:
        return "is not written"
    if place not in wanted:
        return "is no part of it"
    if wanted[place] != there[place]:
        return "differs from what it is made of, where changes belong"
    return "is a script that cannot be run" if _cannot_run(folder / place) else ""


def _cannot_run(file: Path) -> bool:
    return file.read_bytes().startswith(SCRIPT) and not file.stat().st_mode & EXECUTABLE


def _remove_empty(folder: Path) -> None:
    for path in sorted(folder.rglob("*"), reverse=True):
        if path.is_dir() and not any(path.iterdir()):
            path.rmdir()
