"""Receiving a file: piece by piece to the disk, never the whole in memory, and nothing is left of one that fails."""

import os
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from hashlib import sha256
from pathlib import Path
from typing import BinaryIO

from django.conf import settings
from django.core.files.base import File as Content

from {{ cookiecutter.namespace }}.contracts.archive import EmptyFile
from {{ cookiecutter.namespace }}.kit.problems import TooLarge
from {{ cookiecutter.namespace }}.service.archive.places import arriving_folder


class Arrived(Content):
    """A file that has arrived whole. Storage moves it to its place, since it has a `temporary_file_path`."""

    def __init__(self, path: Path, *, size: int, digest: str) -> None:
        """`size`: bytes; `digest`: SHA-256 in hexadecimal digits."""
        super().__init__(None, name=path.name)
        self.path, self.size, self.digest = path, size, digest

    def temporary_file_path(self) -> str:
        """Where it lies until it is moved."""
        return str(self.path)


@contextmanager
def arriving(pieces: Iterable[bytes]) -> Iterator[Arrived]:
    """Receive `pieces` into a file of their own, which is gone afterwards unless it has been moved.

    Raises TooLarge as soon as there is a byte too many, EmptyFile where there is none.
    """
    folder = arriving_folder()
    folder.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(dir=folder)
    try:
        with os.fdopen(handle, "wb") as file:
            size, digest = _write(pieces, file)
            file.flush()
            os.fsync(file.fileno())  # on the disk before a row says so
        yield Arrived(Path(name), size=size, digest=digest)
    finally:
        Path(name).unlink(missing_ok=True)


def _write(pieces: Iterable[bytes], file: BinaryIO) -> tuple[int, str]:
    size, digest = 0, sha256()
    for piece in pieces:
        size += len(piece)
        if size > settings.ARCHIVE_MAX_BYTES:
            raise TooLarge(f"a file may have {settings.ARCHIVE_MAX_BYTES} bytes, and not one more")
        digest.update(piece)
        file.write(piece)
    if not size:
        raise EmptyFile(
            "there is not one byte in this file", errors=[{"field": "body", "message": "must not be empty"}]
        )
    return size, digest.hexdigest()
