"""Ways to keep the counter of a café: which database, and how its transactions begin and read."""

import sqlite3
from collections.abc import Sequence
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Literal, Protocol

import psycopg

DRINKS = 8
"""Rows of the counter. So few that many writers often want the same one."""

JOURNALS = {"DELETE": "PRAGMA journal_mode=DELETE", "WAL": "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL"}


class Cursor(Protocol):
    def fetchone(self) -> Any: ...


class Connection(Protocol):
    """What both drivers' connections can do. Ours commit only where we say COMMIT."""

    def execute(self, query: Any, parameters: Any = ..., /) -> Cursor: ...
    def close(self) -> None: ...


class Way(Protocol):
    """One way to keep the counter: where it is, and the four sentences of a sale."""

    begin: str
    read: str
    write: str

    def connect(self) -> Connection:
        """A connection of one writer's own."""
        ...

    def prepare(self) -> None:
        """Make the counter anew: no drink has been sold."""
        ...

    def total(self) -> int:
        """How many cups the counter says were sold."""
        ...


@dataclass(frozen=True)
class Sqlite:
    """The counter in an SQLite file."""

    file: Path
    journal: Literal["DELETE", "WAL"]
    begin: str
    timeout: float  # seconds to wait for another writer before giving up
    read: str = "SELECT sold FROM counter WHERE drink = ?"
    write: str = "UPDATE counter SET sold = ? WHERE drink = ?"

    def connect(self) -> sqlite3.Connection:
        # Used by one thread, closed by another. Without an isolation level the driver begins no transaction by itself.
        connection = sqlite3.connect(
            self.file, timeout=self.timeout, isolation_level=None, check_same_thread=False, cached_statements=16
        )
        connection.executescript(JOURNALS[self.journal])
        return connection

    def prepare(self) -> None:
        for name in (self.file.name, f"{self.file.name}-wal", f"{self.file.name}-shm", f"{self.file.name}-journal"):
            self.file.with_name(name).unlink(missing_ok=True)
        with closing(self.connect()) as connection:
            connection.execute("CREATE TABLE counter (drink INTEGER PRIMARY KEY, sold INTEGER NOT NULL)")
            connection.executemany("INSERT INTO counter VALUES (?, 0)", _drinks())

    def total(self) -> int:
        with closing(self.connect()) as connection:
            return int(connection.execute("SELECT sum(sold) FROM counter").fetchone()[0])


@dataclass(frozen=True)
class Postgresql:
    """The counter in a PostgreSQL database."""

    url: str = field(repr=False)  # holds a password
    read: str
    begin: str = "BEGIN"
    write: str = "UPDATE counter SET sold = %s WHERE drink = %s"

    def connect(self) -> psycopg.Connection[Any]:
        return psycopg.connect(self.url, autocommit=True)

    def prepare(self) -> None:
        with self.connect() as connection:
            connection.execute("DROP TABLE IF EXISTS counter")
            connection.execute("CREATE TABLE counter (drink integer PRIMARY KEY, sold integer NOT NULL)")
            connection.cursor().executemany("INSERT INTO counter VALUES (%s, 0)", _drinks())

    def total(self) -> int:
        with self.connect() as connection:
            found: Any = connection.execute("SELECT sum(sold) FROM counter").fetchone()
            return int(found[0])


def sqlite(
    folder: str | Path,
    *,
    journal: Literal["DELETE", "WAL"] = "DELETE",
    begin: Literal["DEFERRED", "IMMEDIATE"] = "DEFERRED",
    timeout: float = 5.0,
) -> Sqlite:
    """An SQLite counter in `folder`. Said nothing else, it is as SQLite and Python's driver come."""
    place = Path(folder)
    place.mkdir(parents=True, exist_ok=True)
    return Sqlite(place / f"{journal}-{begin}.sqlite3".lower(), journal, f"BEGIN {begin}", timeout)


def postgresql(url: str, *, lock: bool = False) -> Postgresql:
    """A counter in an existing database. With `lock`, who reads a row keeps it to themselves until the commit."""
    read = "SELECT sold FROM counter WHERE drink = %s"
    return Postgresql(url, f"{read} FOR UPDATE" if lock else read)


def _drinks() -> Sequence[tuple[int]]:
    return [(number,) for number in range(DRINKS)]
