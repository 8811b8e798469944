"""The numbers that a table gives to its rows: which one comes next."""

from django.db import connections
from django.db.models import AutoField, Max, QuerySet

from {{ cookiecutter.namespace }}.kit.moving.tables import Table


def next_number(table: Table, alias: str) -> int | None:
    """The number that the next row gets, None where rows bring their own key."""
    if not isinstance(table._meta.pk, AutoField):
        return None
    connection = connections[alias]
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute(f"SELECT last_value, is_called FROM {_sequence(table, alias)}")  # noqa: S608 - its own name
            last, given = cursor.fetchone()
            upcoming = last + 1 if given else last
        else:
            cursor.execute("SELECT seq FROM sqlite_sequence WHERE name = %s", [table._meta.db_table])
            [last] = cursor.fetchone() or [0]
            upcoming = last + 1
    highest = QuerySet(table, using=alias).aggregate(highest=Max("pk"))["highest"] or 0
    return int(max(upcoming, highest + 1))  # whoever put rows in by hand may have forgotten the numbers


def go_on_from(table: Table, alias: str, number: int) -> None:
    """Let the next row get `number`.

    PostgreSQL does not take this back when the transaction is, so it comes last: in a table without rows a gap is
    all that could be left.
    """
    connection = connections[alias]
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute("SELECT setval(%s::regclass, %s, false)", [_sequence(table, alias), number])
            return
        name = table._meta.db_table
        cursor.execute("UPDATE sqlite_sequence SET seq = %s WHERE name = %s", [number - 1, name])
        if cursor.rowcount == 0:  # no row was ever put into that table
            cursor.execute("INSERT INTO sqlite_sequence (name, seq) VALUES (%s, %s)", [name, number - 1])


def _sequence(table: Table, alias: str) -> str:
    """The name of PostgreSQL's sequence behind a table's key, quoted where that is needed."""
    connection = connections[alias]
    with connection.cursor() as cursor:
        quoted = connection.ops.quote_name(table._meta.db_table)
        cursor.execute("SELECT pg_get_serial_sequence(%s, %s)", [quoted, table._meta.pk.column])
        [name] = cursor.fetchone()
    return str(name)
