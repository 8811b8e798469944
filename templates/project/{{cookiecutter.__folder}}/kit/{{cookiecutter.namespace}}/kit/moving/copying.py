"""Copy tables into one database: all of them, or none."""

from collections.abc import Callable, Iterator
from itertools import batched
from typing import Any

from django.db import Error, connections, transaction
from django.db.models import Field, Model
from django.db.models.sql import InsertQuery

from {{ cookiecutter.namespace }}.kit.moving.canonical import Digest
from {{ cookiecutter.namespace }}.kit.moving.checksums import AT_ONCE, Sum, checksum, values
from {{ cookiecutter.namespace }}.kit.moving.errors import CannotMove
from {{ cookiecutter.namespace }}.kit.moving.naming import Names, named_by
from {{ cookiecutter.namespace }}.kit.moving.numbers import go_on_from, next_number
from {{ cookiecutter.namespace }}.kit.moving.tables import Table, columns, rows

Tell = Callable[[str, int, int], None]  # what, done, total


def copy(tables: dict[Table, str], target: str, tell: Tell) -> dict[Table, Sum]:
    """Copy `tables`, each from the database that it is mapped to, into the database `target`. Returns what was copied.

    One transaction holds it all, the check that the target now says the same among it. Raises CannotMove where it does
    not, or where the target refuses a row; the target is as it was then.
    """
    try:
        with transaction.atomic(using=target):
            there = Names(target)
            names = {source: Names(source) for source in set(tables.values())}
            copied = {
                table: _copy(table, source, target, names[source], there, tell) for table, source in tables.items()
            }
            connections[target].check_constraints()
            for table, says in copied.items():
                if says.upcoming is not None:
                    go_on_from(table, target, says.upcoming)
            for table, says in copied.items():
                if checksum(table, target, there) != says:
                    raise CannotMove(f"{table._meta.db_table}: {target} does not say what was copied into it")
            return copied
    except Error as error:
        raise CannotMove(f"{target} takes back what was copied: {_first_line(error)}") from error


def _copy(table: Table, source: str, target: str, here: Names, there: Names, tell: Tell) -> Sum:
    what, total = f"copy {table._meta.db_table}", rows(table, source).count()
    digest = Digest()
    of = columns(table)
    try:
        for some in batched(rows(table, source).iterator(AT_ONCE), AT_ONCE):
            for row in some:
                digest.add(values(row, of, here))
                _rename(row, of, here, there)
            for few in _as_many_as_fit(list(some), of, target):
                _insert(table, few, of, target)
            tell(what, digest.rows, total)
    except Error as error:
        raise CannotMove(f"{table._meta.db_table}: {target} refuses a row: {_first_line(error)}") from error
    return Sum(digest.rows, digest.hex, next_number(table, source))


def _rename(row: Model, of: "list[Field[Any, Any]]", here: Names, there: Names) -> None:
    """Give the row the ids that its content type and its permission have in the other database."""
    for column in of:
        if named := named_by(column):
            name = here.name_of(named, getattr(row, column.attname))
            setattr(row, column.attname, there.id_of(named, name))


def _as_many_as_fit(some: list[Model], of: "list[Field[Any, Any]]", target: str) -> Iterator[list[Model]]:
    """Batches that fit into one statement."""
    size = connections[target].ops.bulk_batch_size(of, some)
    return map(list, batched(some, max(1, size)))


def _insert(table: Table, some: list[Model], of: "list[Field[Any, Any]]", target: str) -> None:
    """Put rows in exactly as they are. bulk_create would set each `auto_now` to this moment, and store files anew."""
    query = InsertQuery(table)
    query.insert_values(of, some, raw=True)
    query.get_compiler(using=target).execute_sql()


def _first_line(error: Error) -> str:
    """What a database complains of, without the line in which PostgreSQL repeats somebody's data."""
    return (str(error).strip().splitlines() or [type(error).__name__])[0]
