import pytest

from lab.checks.checking import judge
from lab.checks.registry import find

TAKE = "UPDATE code SET player = ?, state = 'pending' WHERE code = ? AND state = 'free'"
DONE = "UPDATE code SET state = 'used' WHERE code = ?"
MINE = "SELECT 1 FROM code WHERE code = ? AND player = ? AND state = 'pending'"


def owed_asked_done(database, code, player, give):
    with database:
        database.execute(TAKE, [player, code])
    if not database.execute(MINE, [code, player]).fetchone():
        raise ValueError("this code is taken")
    give(code, player)
    with database:
        database.execute(DONE, [code])


def by_commit(database, code, player, give):
    taken = database.execute(TAKE, [player, code]).rowcount
    database.commit()
    if not taken and not database.execute(MINE, [code, player]).fetchone():
        raise ValueError("this code is taken")
    give(code, player)
    database.execute(DONE, [code])
    database.commit()


def in_one_transaction(database, code, player, give):
    with database:
        owed_asked_done(database, code, player, give)


def called_before_the_commit(database, code, player, give):
    with database:
        database.execute(TAKE, [player, code])
        give(code, player)
        database.execute(DONE, [code])


def swallowed(database, code, player, give):
    try:
        owed_asked_done(database, code, player, give)
    except ConnectionError:
        return


def never_again(database, code, player, give):
    with database:
        if not database.execute(TAKE, [player, code]).rowcount:
            raise ValueError("this code is taken")
    give(code, player)
    with database:
        database.execute(DONE, [code])


def locked_before_looking(database, code, player, give):
    with database:
        database.execute("BEGIN IMMEDIATE")
        look_and_take(database, code, player)
    give(code, player)
    with database:
        database.execute(DONE, [code])


def looked_first(database, code, player, give):
    look_and_take(database, code, player)
    database.commit()
    give(code, player)
    with database:
        database.execute(DONE, [code])


def looked_first_and_looked_again(database, code, player, give):
    database.execute("SELECT count(*) FROM code").fetchone()
    looked_first(database, code, player, give)


def looked_first_in_one_transaction(database, code, player, give):
    with database:
        database.execute("BEGIN")
        look_and_take(database, code, player)
    give(code, player)
    with database:
        database.execute(DONE, [code])


def look_and_take(database, code, player):
    known = database.execute("SELECT player, state FROM code WHERE code = ?", [code]).fetchone()
    if known not in ((None, "free"), (player, "pending")):
        raise ValueError("this code is taken")
    database.execute("UPDATE code SET state = 'pending', player = ? WHERE code = ?", [player, code])


def used_up_all_codes(database, code, player, give):
    with database:
        database.execute(TAKE, [player, code])
    if not database.execute(MINE, [code, player]).fetchone():
        raise ValueError("this code is taken")
    give(code, player)
    with database:
        database.execute("UPDATE code SET state = 'used'")


@pytest.mark.parametrize("redeem", [owed_asked_done, by_commit, locked_before_looking])
def test_the_border_may_be_put_right_in_more_than_one_way(redeem):
    verdict = judge(find("2.2.4"), redeem)

    assert verdict.passed, verdict.text()


@pytest.mark.parametrize(
    ("redeem", "said"),
    [
        (called_before_the_commit, "your transaction was open"),
        (swallowed, "let the ConnectionError out"),
        (never_again, "this code is taken"),
        (looked_first, "you went on for mina"),
        (looked_first_and_looked_again, "you went on for mina"),
        (looked_first_in_one_transaction, "Mina should get a ValueError"),
        (used_up_all_codes, "Nobody spoke of the code AUTUMN"),
    ],
)
def test_it_says_what_is_wrong(redeem, said):
    verdict = judge(find("2.2.4"), redeem)

    assert not verdict.passed
    assert said in verdict.text()
