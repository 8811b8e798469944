"""A call that may come twice."""

import sqlite3
from collections.abc import Sequence
from typing import Any

from lab.checks import Wrong, exercise
from lab.exercises.overtaking import after_each_look, two_connections

TABLES = """
CREATE TABLE given (key TEXT PRIMARY KEY, player TEXT, item TEXT);
CREATE TABLE owned (player TEXT, item TEXT);
"""
GEM = ("key 1", "mina", "gem")
MORE = (("key 2", "mina", "gem"), ("key 3", "ben", "sword"))


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
    with two_connections(TABLES) as (database, other):
        for time in ("once", "twice"):
            answer(database, *GEM)
            _expect_owned(database, other, [GEM[1:]], f"The grant came {time}")
        for another in MORE:
            answer(database, *another)
        owned = [grant[1:] for grant in (GEM, *MORE)]
        _expect_owned(database, other, owned, "Other grants have keys of their own")
        for changed in (("key 1", "mina", "sword"), ("key 1", "ben", "gem")):
            _expect_refusal(answer, database, changed)
            _expect_owned(database, other, owned, f"After {changed}, which was to be refused")
    with two_connections(TABLES) as (database, other):
        other.execute("CREATE TRIGGER full BEFORE INSERT ON owned BEGIN SELECT RAISE(ABORT, 'the disk is full'); END")
        _let_fail(answer, database)
        other.execute("DROP TRIGGER full")
        answer(database, *GEM)
        _expect_owned(database, other, [GEM[1:]], "The first time the disk was full, the second time all was well")
    for database, other in after_each_look(TABLES, _grant_elsewhere):
        try:
            answer(database, *GEM)
        except sqlite3.Error as error:
            raise Wrong(
                "The same grant came twice at the same moment. Between your reading and your writing the other one was "
                f"carried out, and yours ended in an error: {error}. It should be as if it had come second."
            ) from error
        _expect_owned(database, other, [GEM[1:]], "The same grant came twice at the same moment")
    return "Right. Whoever does not know whether you have heard may simply say it again."


def _grant_elsewhere(other: sqlite3.Connection) -> bool:
    """The same call, answered by another process."""
    other.execute("INSERT INTO given VALUES (?, ?, ?)", GEM)
    other.execute("INSERT INTO owned VALUES (?, ?)", GEM[1:])
    return True


def _expect_owned(database: Any, other: sqlite3.Connection, wanted: Sequence[tuple[str, ...]], why: str) -> None:
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
