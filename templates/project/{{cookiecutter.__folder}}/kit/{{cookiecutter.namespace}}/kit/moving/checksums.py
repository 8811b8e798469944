"""What a table holds, in a form in which two databases can be held against each other."""

from dataclasses import dataclass
from typing import Any

from django.db.models import Field, Model

from {{ cookiecutter.namespace }}.kit.moving.canonical import Digest
from {{ cookiecutter.namespace }}.kit.moving.naming import Names, named_by
from {{ cookiecutter.namespace }}.kit.moving.numbers import next_number
from {{ cookiecutter.namespace }}.kit.moving.tables import Table, columns, rows

AT_ONCE = 1_000  # rows that are in memory, however many there are


@dataclass(frozen=True)
class Sum:
    """The rows of a table, and the number that the next one gets."""

    rows: int
    digest: str
    upcoming: int | None


def checksum(table: Table, alias: str, names: Names) -> Sum:
    """Read the whole table, row by row."""
    digest = Digest()
    of = columns(table)
    for row in rows(table, alias).iterator(AT_ONCE):
        digest.add(values(row, of, names))
    return Sum(digest.rows, digest.hex, next_number(table, alias))


def values(row: Model, of: "list[Field[Any, Any]]", names: Names) -> list[Any]:
    """What a row says: ids that differ from database to database are replaced by the names that they stand for."""
    found = []
    for column in of:
        value = getattr(row, column.attname)
        named = named_by(column)
        found.append(names.name_of(named, value) if named else value)
    return found
