"""The logbook's file: one JSON line an entry, only ever appended to."""

import fcntl
import json
import os
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, BinaryIO

from lab.errors import LabError

Entry = dict[str, Any]


class Logbook:
    """Entries in the order in which they were written. Two notebooks may write at once.

    An entry is on disk when `append` returns. If a crash or a full disk left half a line at the end, that half is
    moved to `<name>.broken` beside the logbook, so that nothing is lost and nothing is glued to it; `warnings` says so.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        self.warnings: list[str] = []

    @property
    def aside(self) -> Path:
        return self.path.with_name(self.path.name + ".broken")

    def append(self, kind: str, id: str, **fields: Any) -> Entry:
        """Write an entry and return it. Raises LabError, naming the file, when it cannot be written."""
        when = datetime.now(UTC).isoformat(timespec="seconds")
        entry: Entry = {"kind": kind, "id": id, **fields, "when": when}
        line = json.dumps(entry, ensure_ascii=False, allow_nan=False).encode() + b"\n"
        with self._locked() as file:
            self._mend_end(file)
            file.write(line)
            file.flush()
            os.fsync(file.fileno())
        return entry

    def entries(self) -> list[Entry]:
        """All entries that can be read. Lines that cannot are named in `warnings`, and stay where they are."""
        if not self.path.exists():
            return []
        with self._locked() as file:
            self._mend_end(file)
            file.seek(0)
            lines = file.read().splitlines()
        found = []
        for number, line in enumerate(lines, start=1):
            entry = _parsed(line)
            if entry is not None:
                found.append(entry)
            elif line.strip():
                self._warn(f"line {number} of {self.path.name} is no entry: it is left as it is, and not counted")
        return found

    @contextmanager
    def _locked(self) -> Iterator[BinaryIO]:
        """The file, for reading and appending, and for nobody else until this is done."""
        try:
            self.path.parent.mkdir(parents=True, exist_ok=True)
            with self.path.open("ab+") as file:
                fcntl.flock(file, fcntl.LOCK_EX)
                yield file
        except OSError as error:
            raise LabError(
                f"the logbook {self.path.name} cannot be used ({error.strerror}): "
                "make room or permission, or let LAB_LOGBOOK name another file"
            ) from error

    def _mend_end(self, file: BinaryIO) -> None:
        """Make the file end with a whole line."""
        file.seek(0)
        content = file.read()
        if not content or content.endswith(b"\n"):
            return
        start = content.rfind(b"\n") + 1
        tail = content[start:]
        if _parsed(tail) is not None:  # whole, but for its newline: an editor took it
            file.write(b"\n")
            file.flush()
            return
        with self.aside.open("ab") as aside:
            aside.write(tail + b"\n")
            aside.flush()
            os.fsync(aside.fileno())
        file.truncate(start)
        self._warn(f"the last line of {self.path.name} was broken off: it is kept in {self.aside.name}")

    def _warn(self, warning: str) -> None:
        if warning not in self.warnings:
            self.warnings.append(warning)


def _parsed(line: bytes) -> Entry | None:
    """The entry on this line, or None."""
    try:
        entry = json.loads(line)
    except ValueError:  # of JSON and of UTF-8
        return None
    return entry if isinstance(entry, dict) and {"kind", "id"} <= entry.keys() else None
