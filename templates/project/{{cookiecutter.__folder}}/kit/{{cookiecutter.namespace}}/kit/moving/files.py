"""Uploaded files move along with the rows that name them."""

import os
from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import file_digest
from pathlib import Path
from shutil import copyfile

from django.core.exceptions import SuspiciousFileOperation
from django.db.models import FileField
from django.utils._os import safe_join

from {{ cookiecutter.namespace }}.kit.moving.checksums import AT_ONCE
from {{ cookiecutter.namespace }}.kit.moving.errors import CannotMove
from {{ cookiecutter.namespace }}.kit.moving.plan import Plan
from {{ cookiecutter.namespace }}.kit.moving.tables import Table, columns, moving_apps, rows, tables_of


@dataclass(frozen=True)
class File:
    """Where a file is, and where it goes."""

    here: Path
    there: Path


def files(plan: Plan) -> Iterator[File]:
    """The files that rows name, there or not. Raises CannotMove for a name that leads out of its folder."""
    for label in set(moving_apps(plan)) & plan.source.media.keys() & plan.target.media.keys():
        here, there = plan.source.media[label], plan.target.media[label]
        for table, column in _columns_of_files(label):
            named = rows(table, plan.source.alias(label)).exclude(**{column: ""}).values_list(column, flat=True)
            for name in named.iterator(AT_ONCE):
                yield File(_place(here, name), _place(there, name))


def _columns_of_files(label: str) -> list[tuple[Table, str]]:
    found = [(table, column) for table in tables_of(label) for column in columns(table)]
    return [(table, column.attname) for table, column in found if isinstance(column, FileField)]


def must_not_differ(file: File) -> None:
    """Raise CannotMove where another file is in its place already."""
    if file.there.exists() and file.here.exists() and _checksum(file.here) != _checksum(file.there):
        raise CannotMove(f"{file.there}: another file is there already")


def copy_file(file: File) -> bool:
    """Copy one file, and read it again. Returns False where there is none: the row has lost it already.

    Raises CannotMove where the copy is not the same.
    """
    if not file.here.exists():
        return False
    if not file.there.exists():
        file.there.parent.mkdir(parents=True, exist_ok=True)
        part = file.there.with_name(f"{file.there.name}.part")
        copyfile(file.here, part)
        part.replace(file.there)
    if _checksum(file.here) != _checksum(file.there):
        raise CannotMove(f"{file.there}: it does not say what {file.here} says")
    return True


def _checksum(file: Path) -> bytes:
    with file.open("rb") as stream:
        return file_digest(stream, "sha256").digest()


def _place(folder: Path, name: str) -> Path:
    try:
        return Path(os.fspath(safe_join(folder, name)))
    except SuspiciousFileOperation as error:
        raise CannotMove(f"{folder}: a row names a file outside of it: {name}") from error
