"""One release: a folder that is written once, and never again once it is live."""

import shutil
from html import escape
from pathlib import Path

from lab.display import Shown
from lab.errors import LabError
from lab.releasing.change import Change


class Release(Shown):
    """A release by its `name`, in its `folder`; `changes` says in what it differs from the one that it was made of."""

    def __init__(self, folder: Path, changes: list[Change] | None = None) -> None:
        self.folder = folder
        self.name = folder.name
        self.changes = changes or []

    def next(self, name: str) -> "Release":
        """A copy of this release, to be changed. One of the same name, of an earlier run of the cell, is replaced."""
        folder = self.folder.with_name(name)
        if folder == self.folder:
            raise LabError(f"release {name} cannot be made of itself: choose another name")
        shutil.rmtree(folder, ignore_errors=True)
        shutil.copytree(self.folder, folder, ignore=shutil.ignore_patterns("__pycache__"))
        return Release(folder)

    def replace(self, file: str, old: str, new: str) -> "Release":
        """Change one place of a file. Raises LabError where `old` is not there exactly once."""
        path = self.folder / file
        if not path.is_file():
            raise LabError(f"release {self.name} has no file {file}: look what is in {self.folder.name}/")
        before = path.read_text(encoding="utf-8")
        if before.count(old) != 1:
            raise LabError(
                f"{file} holds {old.strip()!r} {before.count(old)} times, and once is wanted: name more of it"
            )
        after = before.replace(old, new)
        path.write_text(after, encoding="utf-8")
        first = next((one.before for one in self.changes if one.file == file), before)
        self.changes = [*(one for one in self.changes if one.file != file), Change(file, first, after)]
        return self

    def text(self) -> str:
        return "\n\n".join([f"release {self.name}", *(change.text() for change in self.changes)])

    def html(self) -> str:
        title = f'<p class="lab-note">release <b>{escape(self.name)}</b></p>'
        return title + "".join(change.html() for change in self.changes)
