import sqlite3

import pytest

from lab.checks.checking import judge
from lab.checks.registry import find

VALUES = "INTO records (player, day) VALUES (?, ?)"
THERE = "SELECT count(*) FROM records WHERE player = ? AND day = ?"


def in_one_statement(db, player, day):
    return db.execute(f"INSERT {VALUES} ON CONFLICT DO NOTHING", (player, day)).rowcount == 1


def by_its_error(db, player, day):
    try:
        db.execute(f"INSERT {VALUES}", (player, day))
    except sqlite3.IntegrityError:
        return False
    return True


def behind_a_closed_door(db, player, day):
    db.execute("BEGIN IMMEDIATE")
    first = db.execute(THERE, (player, day)).fetchone()[0] == 0
    if first:
        db.execute(f"INSERT {VALUES}", (player, day))
    db.execute("COMMIT")
    return first


@pytest.mark.parametrize("answer", [in_one_statement, by_its_error, behind_a_closed_door])
def test_whoever_lets_the_database_decide_is_right(answer):
    verdict = judge(find("4.2.2"), answer)

    assert verdict.passed, verdict.text()


def looks_first(db, player, day):
    if db.execute(THERE, (player, day)).fetchone()[0]:
        return False
    db.execute(f"INSERT {VALUES}", (player, day))
    return True


def looks_first_and_ignores(db, player, day):
    if db.execute(THERE, (player, day)).fetchone()[0]:
        return False
    db.execute(f"INSERT OR IGNORE {VALUES}", (player, day))
    return True


def is_always_first(db, player, day):
    db.execute(f"INSERT OR IGNORE {VALUES}", (player, day))
    return True


def writes_over_it(db, player, day):
    return db.execute(f"INSERT OR REPLACE {VALUES}", (player, day)).rowcount == 1


@pytest.mark.parametrize(
    ("answer", "said"),
    [
        (looks_first, "raises IntegrityError"),
        (looks_first_and_ignores, "both get the reward"),
        (is_always_first, "comes on monday once more: False is wanted"),
        (writes_over_it, "comes on monday once more: False is wanted"),
        (lambda db, player, day: 1, "comes on monday for the first time: True is wanted"),
    ],
)
def test_it_says_what_is_wrong(answer, said):
    verdict = judge(find("4.2.2"), answer)

    assert not verdict.passed
    assert said in verdict.text()
