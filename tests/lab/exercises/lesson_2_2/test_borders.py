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


@pytest.mark.parametrize("redeem", [owed_asked_done, by_commit])
def test_the_border_may_be_put_right_in_more_than_one_way(redeem):
    verdict = judge(find("2.2.4"), redeem)

    assert verdict.passed, verdict.text()


@pytest.mark.parametrize(
    ("redeem", "said"),
    [
        (called_before_the_commit, "your transaction was open"),
        (swallowed, "let the ConnectionError out"),
        (never_again, "this code is taken"),
    ],
)
def test_it_says_what_is_wrong(redeem, said):
    verdict = judge(find("2.2.4"), redeem)

    assert not verdict.passed
    assert said in verdict.text()
