"""A connection on which one is overtaken: right after it has read something, somebody else writes."""

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, Literal, cast

Overtake = Callable[[sqlite3.Connection], bool]
"""What somebody else does on a connection of their own; True if they got what they came for."""

MOST_LOOKS = 9


class Overtaken(sqlite3.Connection):
    """A connection that counts what is read on it. After its read number `at`, somebody else is quicker."""

    other: sqlite3.Connection
    overtake: Overtake | None = None
    at = 0
    reads = 0
    was_overtaken = False

    def cursor(self, factory: Any = None) -> Any:
        return super().cursor(factory or _Cursor)

    def execute(self, statement: str, *parameters: Any) -> Any:
        return self.cursor().execute(statement, *parameters)  # sqlite3's own would make a cursor of its own kind

    def has_read(self) -> None:
        self.reads += 1
        if self.overtake is not None and self.reads == self.at:
            self.was_overtaken = _all_or_nothing(self.other, self.overtake)


class _Cursor(sqlite3.Cursor):
    def execute(self, statement: str, *parameters: Any) -> Any:
        found = super().execute(statement, *parameters)
        if self.description is not None:  # the statement has rows to show
            cast("Overtaken", self.connection).has_read()
        return found


def _all_or_nothing(other: sqlite3.Connection, overtake: Overtake) -> bool:
    """Nothing, where somebody holds the lock: who overtakes does not wait."""
    try:
        with other:
            return overtake(other)
    except sqlite3.Error:
        return False


@contextmanager
def two_connections(
    tables: str, *, isolation_level: Literal["DEFERRED"] | None = "DEFERRED"
) -> Iterator[tuple[Overtaken, sqlite3.Connection]]:
    """The reader's connection to a new database with these tables, and somebody else's. Neither waits for a lock.

    `isolation_level` is the reader's: with None no transaction begins by itself.
    """
    with TemporaryDirectory() as folder:
        file = Path(folder) / "books.sqlite3"
        with (
            closing(sqlite3.connect(file, timeout=0, isolation_level=isolation_level, factory=Overtaken)) as database,
            closing(sqlite3.connect(file, timeout=0)) as other,
        ):
            other.execute("PRAGMA journal_mode=WAL")
            other.executescript(tables)
            database.other = other
            yield database, other


def after_each_look(
    tables: str, overtake: Overtake, *, isolation_level: Literal["DEFERRED"] | None = "DEFERRED"
) -> Iterator[tuple[Overtaken, sqlite3.Connection]]:
    """A new database each time: on the first one is overtaken after one's first look, then after the second, ..."""
    for look in range(1, MOST_LOOKS + 1):
        with two_connections(tables, isolation_level=isolation_level) as (database, other):
            database.overtake, database.at = overtake, look
            yield database, other
            if database.reads < look:
                return
