import sqlite3

import pytest

from lab.exercises.overtaking import after_each_look, two_connections

TABLE = "CREATE TABLE note (text TEXT); INSERT INTO note VALUES ('before');"
LOOK = "SELECT text FROM note"


def write(other):
    return bool(other.execute("UPDATE note SET text = 'after'").rowcount)


def test_one_is_overtaken_after_the_first_look_then_after_the_second_and_so_on():
    seen = []

    for database, _ in after_each_look(TABLE, write):
        seen.append([database.execute(LOOK).fetchone()[0] for _ in range(2)])

    assert seen == [["before", "after"], ["before", "before"], ["before", "before"]]


def test_a_cursor_is_overtaken_as_its_connection_is():
    for database, other in after_each_look(TABLE, write):
        database.cursor().execute(LOOK).fetchone()
        assert other.execute(LOOK).fetchone() == ("after" if database.was_overtaken else "before",)


def test_who_holds_the_lock_is_overtaken_by_nobody():
    for database, _ in after_each_look(TABLE, write):
        database.execute("BEGIN IMMEDIATE")
        database.execute(LOOK).fetchone()
        assert not database.was_overtaken


def test_neither_of_two_connections_waits_for_the_other():
    with two_connections(TABLE) as (database, other):
        database.execute("BEGIN IMMEDIATE")

        with pytest.raises(sqlite3.OperationalError, match="locked"):
            write(other)
