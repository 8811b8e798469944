"""What is to be written: all of it or, where anything fails, nothing."""

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from clever.scaffolding.edits.errors import NoPlace
from clever.scaffolding.emptied import remove_emptied
from clever.scaffolding.errors import Refused


class Changes:
    """Files to be made and files to be changed. Nothing is written until `written`."""

    def __init__(self) -> None:
        self.made: dict[Path, bytes] = {}
        self.changed: dict[Path, bytes] = {}
        self._before: dict[Path, bytes] = {}

    def make(self, path: Path, content: bytes) -> None:
        """A new file. Raises Refused where there is one."""
        if path.exists() or path in self.made:
            raise Refused(f"{path} is there already; nothing is overwritten")
        self.made[path] = content

    def change(self, path: Path, change: Callable[[str], str]) -> None:
        """Another text for a file. Raises Refused, naming it, where it cannot be read or `change` finds no place."""
        try:
            if path not in self.changed:
                self._before[path] = self.changed[path] = path.read_bytes()
            self.changed[path] = change(self.changed[path].decode()).encode()
        except NoPlace as error:
            raise Refused(f"{path}: {error}; the service would be added there, so bring it back") from error
        except (OSError, ValueError, SyntaxError) as error:
            raise Refused(f"{path} cannot be changed: {' '.join(str(error).split())}") from error

    def replace(self, path: Path, content: bytes) -> None:
        """Another content for a file. Raises Refused where it cannot be read."""
        try:
            self._before[path] = path.read_bytes()
        except OSError as error:
            raise Refused(f"{path} cannot be changed: {error.strerror}") from error
        self.changed[path] = content

    def lines(self) -> dict[Path, int]:
        """How many lines each file brings. What is no text has none."""
        new = {path: 0 if b"\0" in content else content.count(b"\n") for path, content in self.made.items()}
        more = {path: content.count(b"\n") - self._before[path].count(b"\n") for path, content in self.changed.items()}
        return new | more

    @contextmanager
    def written(self) -> Iterator[None]:
        """Write all of it. Whatever fails, in here or in the block, everything is as it was.

        Raises Refused where a file cannot be written, or was changed by somebody else meanwhile.
        """
        for path, content in self._before.items():
            if not path.is_file() or path.read_bytes() != content:
                raise Refused(f"{path} was changed meanwhile; nothing is written, so try again")
        folders: list[Path] = []
        try:
            for path, content in self.made.items():
                folders += _missing(path.parent)
                path.parent.mkdir(parents=True, exist_ok=True)
                _write(path, content)
            for path, content in self.changed.items():
                _write(path, content)
            yield
        except BaseException as error:
            self._undo(folders)
            if isinstance(error, OSError):
                raise Refused(f"{error.filename} cannot be written: {error.strerror}") from error
            raise

    def _undo(self, folders: list[Path]) -> None:
        for path in self.made:
            if path.exists():
                path.unlink()
        for path, content in self._before.items():
            _write(path, content)
        for folder in reversed(folders):
            if folder.is_dir():
                remove_emptied(folder)


def _missing(folder: Path) -> list[Path]:
    """Those of a folder and the ones above it that are not there, the uppermost first."""
    return [each for each in (folder, *folder.parents) if not each.exists()][::-1]


def _write(path: Path, content: bytes) -> None:
    """In one step, so that nobody ever reads half of it."""
    beside = path.with_name(f".{path.name}.new")
    try:
        beside.write_bytes(content)
        if path.exists():
            beside.chmod(path.stat().st_mode)
        os.replace(beside, path)
    finally:
        if beside.exists():
            beside.unlink()
