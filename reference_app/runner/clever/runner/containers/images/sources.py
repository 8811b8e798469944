"""What an image is made of, as one short text that changes with any of it."""

import hashlib
from collections.abc import Iterable
from pathlib import Path


def digest(folder: Path, files: Iterable[Path], *others: str) -> str:
    """A hash over the files, by their names as seen from `folder`, whether they can be run, and their content.

    `others` is what counts besides, such as the id of the base.
    """
    total = hashlib.sha256()
    for file in sorted(files):
        content = hashlib.sha256(file.read_bytes()).hexdigest()
        runs = file.stat().st_mode & 0o100
        total.update(f"{file.relative_to(folder).as_posix()} {bool(runs)} {content}\n".encode())
    for other in others:
        total.update(f"{other}\n".encode())
    return total.hexdigest()
