"""What an image is made of, as one short text that changes with any of it."""

import hashlib
from collections.abc import Iterable
from pathlib import Path


def line(folder: Path, file: Path) -> str:
    """A file by its name as seen from `folder`, whether it can be run, and its content."""
    content = hashlib.sha256(file.read_bytes()).hexdigest()
    return f"{file.relative_to(folder).as_posix()} {bool(file.stat().st_mode & 0o100)} {content}"


def digest(lines: Iterable[str], *others: str) -> str:
    """A hash over the lines of files, in whatever order, and what counts besides, such as the id of the base."""
    return hashlib.sha256("\n".join([*sorted(lines), *others]).encode()).hexdigest()


def digest_of(folder: Path, *others: str) -> str:
    """A hash over all files of a folder."""
    return digest([line(folder, file) for file in folder.rglob("*") if file.is_file()], *others)
