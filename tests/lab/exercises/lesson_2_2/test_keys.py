import sqlite3

import pytest

from lab.checks.checking import judge
from lab.checks.registry import find

REMEMBER = "INSERT INTO given VALUES (?, ?, ?)"
GIVE = "INSERT INTO owned VALUES (?, ?)"
LOOK = "SELECT player, item FROM given WHERE key = ?"


def the_database_says_whether_it_is_new(database, key, player, item):
    with database:
        new = database.execute(REMEMBER.replace("INSERT", "INSERT OR IGNORE"), [key, player, item])
        if new.rowcount:
            database.execute(GIVE, [player, item])
        elif database.execute(LOOK, [key]).fetchone() != (player, item):
            raise ValueError("the key came before, for something else")


def an_error_says_that_it_is_not_new(database, key, player, item):
    try:
        with database:
            database.execute(REMEMBER, [key, player, item])
            database.execute(GIVE, [player, item])
    except sqlite3.IntegrityError:
        if database.execute(LOOK, [key]).fetchone() is None:
            raise
        if database.execute(LOOK, [key]).fetchone() != (player, item):
            raise ValueError("the key came before, for something else") from None


def locked_before_looking(database, key, player, item):
    with database:
        database.execute("BEGIN IMMEDIATE")
        known = database.execute(LOOK, [key]).fetchone()
        if known is None:
            database.execute(REMEMBER, [key, player, item])
            database.execute(GIVE, [player, item])
        elif known != (player, item):
            raise ValueError("the key came before, for something else")


def looked_first(database, key, player, item):
    looked_first_with(database, key, player, item)


def looked_first_with_a_cursor(database, key, player, item):
    looked_first_with(database, key, player, item, reader=database.cursor())


def looked_first_with(database, key, player, item, reader=None):
    known = (reader or database).execute(LOOK, [key]).fetchone()
    if known is None:
        with database:
            database.execute(REMEMBER, [key, player, item])
            database.execute(GIVE, [player, item])
    elif known != (player, item):
        raise ValueError("the key came before, for something else")


def remembered_apart(database, key, player, item):
    with database:
        new = database.execute(REMEMBER.replace("INSERT", "INSERT OR IGNORE"), [key, player, item])
    if new.rowcount:
        with database:
            database.execute(GIVE, [player, item])
    elif database.execute(LOOK, [key]).fetchone() != (player, item):
        raise ValueError("the key came before, for something else")


@pytest.mark.parametrize(
    "grant", [the_database_says_whether_it_is_new, an_error_says_that_it_is_not_new, locked_before_looking]
)
def test_a_grant_may_be_made_safe_in_more_than_one_way(grant):
    verdict = judge(find("2.2.3"), grant)

    assert verdict.passed, verdict.text()


@pytest.mark.parametrize("grant", [looked_first, looked_first_with_a_cursor])
def test_who_looks_first_is_overtaken(grant):
    assert "at the same moment" in judge(find("2.2.3"), grant).line


def test_a_key_that_is_remembered_without_its_item_is_found_out():
    assert "the disk was full" in judge(find("2.2.3"), remembered_apart).line
