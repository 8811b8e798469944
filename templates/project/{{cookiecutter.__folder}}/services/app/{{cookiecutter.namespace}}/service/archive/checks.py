"""Does the disk hold what the database says, and nothing else?"""

import time
from collections.abc import Container, Iterator
from hashlib import file_digest
from pathlib import Path

from django.conf import settings

from {{ cookiecutter.namespace }}.service.archive.models import File
from {{ cookiecutter.namespace }}.service.archive.places import arriving_folder, kept_folder

ABANDONED_AFTER = 3600  # seconds; no upload takes an hour


def what_is_wrong(file: File) -> str | None:
    """What is wrong with a file's content, in words; None where it is as it was sent."""
    try:
        with file.content.open("rb") as content:
            digest = file_digest(content, "sha256").hexdigest()
            size = content.tell()
    except FileNotFoundError:
        return "its content is missing"
    if size != file.size:
        return f"its content has {size} bytes instead of {file.size}"
    return None if digest == file.sha256 else "its content has another checksum"


def orphans(known: Container[str]) -> Iterator[str]:
    """Kept files of which no row speaks. `known` holds the names that rows speak of."""
    for path in sorted(kept_folder().rglob("*")):
        name = path.relative_to(settings.MEDIA_ROOT).as_posix()
        if path.is_file() and name not in known:
            yield name


def abandoned() -> Iterator[str]:
    """What is left of uploads whose process was killed."""
    for path in sorted(arriving_folder().glob("*")):
        if time.time() - path.stat().st_mtime > ABANDONED_AFTER:
            yield path.relative_to(Path(settings.MEDIA_ROOT)).as_posix()
