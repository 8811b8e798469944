import pytest

from lab.checks.checking import judge
from lab.checks.registry import find

REDEEMED = "SELECT id, code FROM redemption WHERE player = ? ORDER BY number DESC"


def all_that_the_player_was_given(coupons, players, player):
    given = {key for [key] in players.execute("SELECT key FROM given WHERE player = ?", [player])}
    return [[code, id in given] for id, code in coupons.execute(REDEEMED, [player])]


def one_by_one(coupons, players, player):
    rows = coupons.execute(REDEEMED, [player]).fetchall()
    one = "SELECT 1 FROM given WHERE key = ?"
    return [(code, players.execute(one, [id]).fetchone() is not None) for id, code in rows]


def only_what_was_given(coupons, players, player):
    return [(code, given) for code, given in all_that_the_player_was_given(coupons, players, player) if given]


def oldest_first(coupons, players, player):
    return all_that_the_player_was_given(coupons, players, player)[::-1]


def test_the_other_question_may_be_another_one():
    verdict = judge(find("2.3.5"), all_that_the_player_was_given)

    assert verdict.passed, verdict.text()


@pytest.mark.parametrize(
    ("answer", "said"),
    [
        (one_by_one, "it took 3 questions for 2 redemptions"),
        (only_what_was_given, "only r3 was given"),
        (oldest_first, "newest first"),
    ],
)
def test_it_says_what_is_wrong(answer, said):
    verdict = judge(find("2.3.5"), answer)

    assert not verdict.passed
    assert said in verdict.text()
