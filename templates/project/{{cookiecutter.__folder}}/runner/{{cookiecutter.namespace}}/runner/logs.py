"""Logs of a stage's programs: the one line that tells what went wrong, and all lines as they come."""

import json
import os
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

LONGEST = 300  # characters of a telling line; a whole SQL statement helps nobody
TAIL = 20_000  # bytes of a log that are searched

SKIPPED = ("logger", "began")  # what a person who reads along does not ask for

# The last line of a traceback: django.db.utils.OperationalError: no such table
EXCEPTION = re.compile(r"^(?:[A-Za-z_][\w.]*)?(?:Error|Exception|Exit|Interrupt): \S")


def telling_line(text: str) -> str:
    """The line of `text` that says best what went wrong: of settings, of an exception, else the last one."""
    lines = [line.strip() for line in map(_message, text.splitlines()) if line.strip()]
    if not lines:
        return "it said nothing"
    complaints = [line for line in lines if line.startswith("configuration: ")]
    exceptions = [line for line in lines if EXCEPTION.match(line)]
    line = (complaints or exceptions or lines)[-1]
    return line if len(line) <= LONGEST else f"{line[: LONGEST - 1]}…"


def tail(file: Path) -> str:
    """The last lines of a log, nothing where there is none."""
    try:
        with file.open("rb") as stream:
            stream.seek(max(0, file.stat().st_size - TAIL))
            return stream.read().decode("utf-8", errors="replace")
    except OSError:
        return ""


def _message(line: str) -> str:
    """A line as a person wants it, be it one of the services' JSON lines or another program's."""
    fields = fields_of(line)
    if fields is None:
        return line
    return str(fields.get("exc_info", fields.get("message", line))).strip().rpartition("\n")[2]


def fields_of(line: str) -> dict[str, Any] | None:
    """What a line of JSON says, None for any other line."""
    if not line.startswith("{"):
        return None
    try:
        fields = json.loads(line)
    except ValueError:
        return None
    return fields if isinstance(fields, dict) else None


def readable(line: str) -> str:
    """A line of JSON as time, level, message and the rest; any other line as it is."""
    fields = fields_of(line)
    if fields is None or "message" not in fields:
        return line
    moment = str(fields.pop("time", ""))[11:19]
    level = str(fields.pop("level", "")).lower()
    fields.pop("project", None)
    words = [moment, level, str(fields.pop("message"))]
    trace = fields.pop("exc_info", None)
    words += [f"{name}={value}" for name, value in fields.items() if name not in SKIPPED and value not in ("", None)]
    return " ".join(word for word in words if word) + (f"\n{trace}" if trace else "")


class Follower:
    """Reads what gets appended to a folder's logs, from now on, over rotation."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._read: dict[Path, tuple[int, int]] = {}  # file -> (inode, position)
        for file in self._files():
            status = file.stat()
            self._read[file] = (status.st_ino, status.st_size)

    def _files(self) -> list[Path]:
        return sorted(self._folder.glob("*.log"))

    def lines(self) -> Iterator[tuple[str, str]]:
        """Each whole line that is new, with the name of its program."""
        for file in self._files():
            try:
                with file.open("rb") as stream:
                    status = os.fstat(stream.fileno())
                    known, position = self._read.get(file, (status.st_ino, 0))
                    stream.seek(position if known == status.st_ino and position <= status.st_size else 0)
                    text = stream.read()
                    whole, _, rest = text.rpartition(b"\n")
                    self._read[file] = (status.st_ino, stream.tell() - len(rest))
            except OSError:
                continue
            for line in whole.decode("utf-8", errors="replace").splitlines():
                yield file.stem, line
