"""A call that may come twice."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, cast

from lab.checks import Wrong, exercise

TABLES = """
CREATE TABLE given (key TEXT PRIMARY KEY, player TEXT, item TEXT);
CREATE TABLE owned (player TEXT, item TEXT);
"""
GEM = ("key 1", "mina", "gem")


class _Connection(sqlite3.Connection):
    """Whoever reads on it is overtaken once: right after, the same grant is made by somebody else."""

    twin: sqlite3.Connection | None = None

    def cursor(self, factory: Any = None) -> Any:
        return super().cursor(factory or _Cursor)

    def execute(self, statement: str, *parameters: Any) -> Any:
        return self.cursor().execute(statement, *parameters)  # sqlite3's own would make a cursor of its own kind

    def overtake(self, statement: str) -> None:
        if self.twin is not None and statement.lstrip().upper().startswith("SELECT"):
            twin, self.twin = self.twin, None
            _grant_elsewhere(twin)


class _Cursor(sqlite3.Cursor):
    def execute(self, statement: str, *parameters: Any) -> Any:
        found = super().execute(statement, *parameters)
        cast("_Connection", self.connection).overtake(statement)
        return found


def _grant_elsewhere(twin: sqlite3.Connection) -> None:
    """The same call, answered by another process: all of it, or nothing where somebody holds the lock."""
    try:
        with twin:
            twin.execute("INSERT INTO given VALUES (?, ?, ?)", GEM)
            twin.execute("INSERT INTO owned VALUES (?, ?)", GEM[1:])
    except sqlite3.Error:
        return


@contextmanager
def _books() -> Iterator[tuple[_Connection, sqlite3.Connection]]:
    """The reader's connection to the player service's database, and somebody else's."""
    with TemporaryDirectory() as folder:
        file = Path(folder) / "players.sqlite3"
        with (
            closing(sqlite3.connect(file, timeout=0, factory=_Connection)) as database,
            closing(sqlite3.connect(file, timeout=0)) as other,
        ):
            other.execute("PRAGMA journal_mode=WAL")
            other.executescript(TABLES)
            yield database, other


@exercise(
    "2.2.3",
    hints=(
        "The key is unique in the table `given`. Let the database say whether it is new (INSERT OR IGNORE, rowcount).",
        "The key and the item are written in one transaction, `with database:`, or one of them may be missing one day.",
        "Where the key was there before, read what it was given for. Not the same? raise ValueError.",
    ),
)
def grant(answer: Any) -> str:
    """a function that takes a database, a key, a player and an item, and gives the item once a key"""
    with _books() as (database, other):
        for time in ("once", "twice"):
            answer(database, *GEM)
            _expect_owned(database, other, [GEM[1:]], f"The grant came {time}")
        answer(database, "key 2", "mina", "gem")
        _expect_owned(database, other, [GEM[1:]] * 2, "Another grant has a key of its own, and Mina gets another gem")
        for changed in (("key 1", "mina", "sword"), ("key 1", "ben", "gem")):
            _expect_refusal(answer, database, changed)
            _expect_owned(database, other, [GEM[1:]] * 2, f"After {changed}, which was to be refused")
    with _books() as (database, other):
        other.execute("CREATE TRIGGER full BEFORE INSERT ON owned BEGIN SELECT RAISE(ABORT, 'the disk is full'); END")
        _let_fail(answer, database)
        other.execute("DROP TRIGGER full")
        answer(database, *GEM)
        _expect_owned(database, other, [GEM[1:]], "The first time the disk was full, the second time all was well")
    with _books() as (database, other):
        database.twin = other
        try:
            answer(database, *GEM)
        except sqlite3.Error as error:
            raise Wrong(
                "The same grant came twice at the same moment. Between your reading and your writing the other one was "
                f"carried out, and yours ended in an error: {error}. It should be as if it had come second."
            ) from error
        _expect_owned(database, other, [GEM[1:]], "The same grant came twice at the same moment")
    return "Right. Whoever does not know whether you have heard may simply say it again."


def _expect_owned(database: Any, other: sqlite3.Connection, wanted: list[tuple[str, ...]], why: str) -> None:
    if database.in_transaction:
        raise Wrong("After your grant a transaction is still open. `with database:` would have ended it.")
    owned = other.execute("SELECT player, item FROM owned").fetchall()
    if owned != wanted:
        raise Wrong(f"{why}, so it should be {wanted} that players own, and it is {owned}.")


def _expect_refusal(answer: Any, database: Any, changed: tuple[str, str, str]) -> None:
    try:
        answer(database, *changed)
    except ValueError:
        return
    raise Wrong(
        f"'key 1' was a gem for mina. Now it comes with {changed[1:]}. That is no repetition, it is a mistake of "
        "somebody's, and it has to hear of it: raise ValueError."
    )


def _let_fail(answer: Any, database: Any) -> None:
    try:
        answer(database, *GEM)
    except sqlite3.Error:
        database.rollback()
    else:
        raise Wrong("The disk was full, nothing could be written, and you said nothing: let the database's error out.")
