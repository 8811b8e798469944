import pytest

from lab.checks.checking import judge
from lab.checks.registry import find

TAKE = "UPDATE stock SET cups = cups - 1 WHERE drink = ?"


LOOK = "SELECT cups FROM stock WHERE drink = ?"


def guarded_by_where(connection, drink):
    return connection.execute(f"{TAKE} AND cups > 0 RETURNING cups", [drink]).fetchone() is not None


def locked_first(connection, drink):
    connection.execute("BEGIN IMMEDIATE")
    row = connection.execute(LOOK, [drink]).fetchone()
    found = row is not None and row[0] > 0
    if found:
        connection.execute(TAKE, [drink])
    connection.execute("COMMIT")
    return found


def until_nobody_was_quicker(connection, drink):
    while row := connection.execute(LOOK, [drink]).fetchone():
        if not row[0]:
            return False
        if connection.execute(f"{TAKE} AND cups = ?", [drink, row[0]]).rowcount:
            return True
    return False


def looked_first(connection, drink, *, before=""):
    row = connection.execute(f"{before} {LOOK}", [drink]).fetchone()
    if row is None or not row[0]:
        return False
    connection.execute(f"{before} {TAKE}", [drink])
    return True


def looked_first_behind_a_comment(connection, drink):
    return looked_first(connection, drink, before="/* the last cup? */")


def taken_and_given_back(connection, drink):
    connection.execute(TAKE, [drink])
    row = connection.execute(LOOK, [drink]).fetchone()
    if row is not None and row[0] < 0:
        connection.execute("UPDATE stock SET cups = cups + 1 WHERE drink = ?", [drink])
    return row is not None and row[0] >= 0


@pytest.mark.parametrize("sell", [guarded_by_where, locked_first, until_nobody_was_quicker])
def test_the_last_cup_may_be_sold_in_more_than_one_way(sell):
    assert judge(find("1.4.1"), sell).passed


@pytest.mark.parametrize("sell", [looked_first, looked_first_behind_a_comment, taken_and_given_back])
def test_a_cup_that_was_only_there_a_moment_ago_is_not_sold(sell):
    assert not judge(find("1.4.1"), sell).passed
