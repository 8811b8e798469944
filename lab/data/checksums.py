"""A checksum for each table, so that two databases can be held against each other."""

import hashlib
import sqlite3
from collections.abc import Iterable, Mapping
from contextlib import closing
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

import psycopg
from psycopg import sql

from lab.display import Shown, Table
from lab.errors import LabError

Sum = tuple[int, str]
"""Rows, and a digest of them in which their order makes no difference."""

SEQUENCES = "(next numbers)"
"""Not a table, but a database that has lost it gives numbers twice."""


class Checksums(Shown):
    """What a database held at one moment. Two are equal if every table is."""

    def __init__(self, tables: Mapping[str, Sum]) -> None:
        self.tables = dict(sorted(tables.items()))

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Checksums) and self.tables == other.tables

    __hash__ = None  # type: ignore[assignment]  # it is compared, never looked up

    @property
    def rows(self) -> int:
        return sum(rows for rows, _ in self.tables.values())

    def differing(self, other: "Checksums") -> list[str]:
        """The tables that are not the same in both, or are missing in one."""
        names = sorted(self.tables.keys() | other.tables.keys())
        return [name for name in names if self.tables.get(name) != other.tables.get(name)]

    def table(self) -> Table:
        """The tables that hold anything."""
        rows = [[name, count, digest[:16]] for name, (count, digest) in self.tables.items() if count]
        title = f"Rows: {self.rows:,}. Tables: {len(self.tables)}, of which {len(self.tables) - len(rows)} empty"
        return Table(["table", "rows", "checksum begins"], rows, title=title)

    def html(self) -> str:
        return self.table().html()

    def text(self) -> str:
        return self.table().text()


def checksums(url: str) -> Checksums:
    """The checksum of every table of a database: an SQLite file's path or URL, or a PostgreSQL URL.

    Sums of two databases of the same kind can be compared. Raises LabError where it cannot be read.
    """
    try:
        if urlsplit(url).scheme in {"postgres", "postgresql"}:
            return Checksums(_postgresql(url))
        return Checksums(_sqlite(url))
    except (sqlite3.Error, psycopg.Error) as error:
        raise LabError(f"this database cannot be read: {str(error).strip().splitlines()[0]}") from error


def sqlite_file(url: str) -> Path:
    """The file of an SQLite URL; a plain path is itself."""
    return Path(unquote(urlsplit(url).path)[1:]) if url.startswith("sqlite:") else Path(url)


def _sqlite(url: str) -> dict[str, Sum]:
    # Opened read-only: a file that is not there must not be made by looking at it.
    with closing(sqlite3.connect(f"{sqlite_file(url).resolve().as_uri()}?mode=ro", uri=True)) as connection:
        connection.execute("BEGIN")  # one moment for all tables
        names = connection.execute("SELECT name FROM sqlite_schema WHERE type = 'table' AND sql IS NOT NULL").fetchall()
        return {name: _sum(connection.execute(f"SELECT * FROM {_quoted(name)}")) for (name,) in names}  # noqa: S608


def _quoted(name: str) -> str:
    """An SQLite name as part of a statement: names cannot be passed as parameters."""
    return '"' + name.replace('"', '""') + '"'


def _postgresql(url: str) -> dict[str, Sum]:
    with psycopg.connect(url) as connection:
        connection.isolation_level = psycopg.IsolationLevel.REPEATABLE_READ  # one moment for all tables
        names = connection.execute("SELECT tablename FROM pg_tables WHERE schemaname = 'public'").fetchall()
        found = {
            name: _sum(connection.execute(sql.SQL("SELECT each::text FROM {} AS each").format(sql.Identifier(name))))
            for (name,) in names
        }
        numbers = connection.execute("SELECT sequencename, last_value FROM pg_sequences WHERE schemaname = 'public'")
        return {**found, SEQUENCES: _sum(numbers)}


def _sum(rows: Iterable[Any]) -> Sum:
    digests = sorted(hashlib.sha256(repr(tuple(row)).encode()).digest() for row in rows)
    return len(digests), hashlib.sha256(b"".join(digests)).hexdigest()
