"""A copy of the two projects, for a reader to change."""

import shutil
from collections.abc import Iterable
from pathlib import Path

from lab.errors import LabError

PROJECT = Path(__file__).with_name("project")
"""Read, never run, where it is: what runs is a copy."""

Edit = tuple[str, str, str]
"""A file, a line of it by how it begins, and the line that is to follow that one, just as far indented."""


def copy(folder: Path | str) -> Path:
    """Write the two projects to `folder`, afresh: what was there before is thrown away. Returns the folder."""
    place = Path(folder)
    shutil.rmtree(place, ignore_errors=True)
    shutil.copytree(PROJECT, place, ignore=shutil.ignore_patterns("__pycache__", "*.sqlite3"))
    return place


def insert(folder: Path, edits: Iterable[Edit]) -> None:
    """Add a line to a file, for each edit. One that is there already is not added again.

    Raises LabError where a file, or the line that it should follow, is not there.
    """
    for name, after, new in edits:
        file = folder / name
        if not file.is_file():
            raise LabError(f"there is no file {name} to add a line to: start again with lab.json_admin.copy")
        lines = file.read_text(encoding="utf-8").splitlines()
        place = next((number for number, line in enumerate(lines) if line.strip().startswith(after)), None)
        if place is None:
            raise LabError(f"no line of {name} begins with {after!r}: a new line has nothing to follow")
        indent = lines[place][: len(lines[place]) - len(lines[place].lstrip())]
        if indent + new not in lines[place + 1 : place + 2]:
            lines.insert(place + 1, indent + new)
            file.write_text("\n".join(lines) + "\n", encoding="utf-8")
