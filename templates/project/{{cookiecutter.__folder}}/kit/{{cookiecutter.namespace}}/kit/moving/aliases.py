"""Open the databases of both sides beside the project's own."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from django.db import DEFAULT_DB_ALIAS, connections, transaction

from {{ cookiecutter.namespace }}.kit.databases import SQLITE, database_at
from {{ cookiecutter.namespace }}.kit.moving.errors import CannotMove
from {{ cookiecutter.namespace }}.kit.moving.plan import Side


def open_databases(side: Side) -> None:
    """Let Django know the databases of `side`, by `side.alias_of(name)`.

    Raises CannotMove for an SQLite database that is not there, since opening it would make an empty one, and
    ConfigurationError for a URL that cannot be read.
    """
    entries = {}
    for name, url in side.databases.items():
        entry = database_at(url, f"the address of {side.name}'s database {name}")
        if entry["ENGINE"] == SQLITE and not Path(entry["NAME"]).exists():
            raise CannotMove(f"{side.name} has no database {name} at {entry['NAME']}; see: inv up {side.name}")
        entries[side.alias_of(name)] = entry
    # Django fills in what an entry leaves out, and wants to see the default one whenever it does.
    own = {DEFAULT_DB_ALIAS: connections.settings[DEFAULT_DB_ALIAS]}
    connections.settings.update(connections.configure_settings(own | entries))


@contextmanager
def one_moment(alias: str) -> Iterator[None]:
    """A transaction in which everything read is as it was at one moment, whoever writes meanwhile."""
    with transaction.atomic(using=alias):
        connection = connections[alias]
        if connection.vendor == "postgresql":  # SQLite has it so anyway
            with connection.cursor() as cursor:
                cursor.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ")
        yield
