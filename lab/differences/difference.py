"""The difference between two stages, as a reader sees it."""

import tomllib
from collections.abc import Mapping
from html import escape
from pathlib import Path
from typing import Any

from lab.differences.changes import Change, changes
from lab.differences.files import FileChange, added_files, file_changes
from lab.differences.folders import stage_folder
from lab.differences.settings import effective_settings
from lab.display import Shown, Table
from lab.errors import LabError
from lab.sources.highlight import highlighted


class Difference(Shown):
    """Two stages: `tables` of stage.toml, effective `settings` by project, and `files` that differ."""

    def __init__(self, left: Path, right: Path) -> None:
        self.names = (left.name, right.name)
        self.tables = changes(_tables(left), _tables(right))
        adds = _raw_tables(right).get("extends") == left.name
        self.files = added_files(right) if adds else file_changes(left, right)
        self.settings: dict[str, list[Change]] = {}
        self.warning = ""
        try:
            before, after = effective_settings(left), effective_settings(right)
            held = {name: own for name, own in after.items() if name in before or not adds}  # what is new has no other
            self.settings = settings_changes(before, held)
        except LabError as error:  # a stage in the making still has tables and files to compare
            self.warning = str(error)

    def __bool__(self) -> bool:
        """Whether anything differs."""
        return bool(self.tables or any(self.settings.values()) or self.files)

    def html(self) -> str:
        parts = [table.html() for table in self._all_tables()]
        parts += [f'<p class="lab-note">{escape(line)}</p>' for line in self._notes()]
        parts += [
            f"<details><summary>{escape(one.title)}</summary>{highlighted(one.lines, filename='x.diff')}</details>"
            for one in self.files
        ]
        return "".join(parts)

    def text(self) -> str:
        parts = [table.text() for table in self._all_tables()]
        return "\n\n".join([*parts, *self._notes(), *(_with_title(one) for one in self.files)])

    def _all_tables(self) -> list[Table]:
        tables = [("stage.toml", self.tables)]
        tables += [(f"settings of {project}", found) for project, found in self.settings.items()]
        return [Table([title, *self.names], found) for title, found in tables if found]

    def _notes(self) -> list[str]:
        left, right = self.names
        if not self:
            said = f"{left} and {right} do not differ." if left != right else f"{left} does not differ from itself."
        else:
            said = f"Files that differ between {left} and {right}: {len(self.files)}"
        return [said, self.warning] if self.warning else [said]


def diff(left: Path | str, right: Path | str) -> Difference:
    """What makes stage `right` another than stage `left`: `lab.diff("monolith", "split")`. Folders will do as well."""
    return Difference(stage_folder(left), stage_folder(right))


def diff_text(left: Path | str, right: Path | str) -> str:
    """The same as plain text, for a terminal."""
    return diff(left, right).text()


def settings_changes(
    left: Mapping[str, Mapping[str, Any]], right: Mapping[str, Mapping[str, Any]]
) -> dict[str, list[Change]]:
    """For each project on the right what is set otherwise than in the project it came from on the left.

    That is the one of the same name, else the first: a service cut out of a monolith came from the monolith.
    """
    return {name: changes(left.get(name, next(iter(left.values()))), settings) for name, settings in right.items()}


def _with_title(change: FileChange) -> str:
    return f"{change.title}\n{change.lines}".rstrip()


def _tables(folder: Path) -> dict[str, Any]:
    """What stage.toml says; where it adds to another stage's, with what is said there."""
    from clever.runner import StageError
    from clever.runner.tables import tables_of

    tables = _raw_tables(folder)
    if "extends" not in tables:
        return tables
    try:
        merged = tables_of(folder.name, folder.parent.parent)
    except StageError as error:
        raise LabError(str(error)) from error
    return {name: value for name, value in merged.items() if name not in ("folder", "layers", "ways")}


def _raw_tables(folder: Path) -> dict[str, Any]:
    file = folder / "stage.toml"
    try:
        return tomllib.loads(file.read_text(encoding="utf-8"))
    except ValueError as error:
        raise LabError(f"{folder.name}/stage.toml cannot be read: {error}") from error
