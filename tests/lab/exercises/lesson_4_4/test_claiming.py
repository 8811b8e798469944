import pytest

from lab.checks.checking import judge
from lab.checks.registry import find
from lab.exercises.lesson_4_4.teams import SHOP


def said(answer):
    return judge(find("4.4.2"), answer).text()


@pytest.mark.parametrize(
    "claims",
    [{"parts": 2, "keys": True}, {"on_call": 2, "weeks": 104, "keys": True}, {"parts": 3, "apart": True}],
)
def test_there_is_more_than_one_way_to_claim_it(claims):
    verdict = judge(find("4.4.2"), SHOP | claims)

    assert verdict.passed, verdict.text()
    assert all(name in verdict.text() for name in claims)


@pytest.mark.parametrize(
    ("answer", "told"),
    [
        (dict(SHOP), "You claim nothing new"),
        (["parts"], "A dictionary is wanted"),
        (SHOP | {"now": "split"}, "Leave `now` out"),
        (SHOP | {"parts": 2, "keys": True, "team": 3}, "it would without team, too"),
        (SHOP | {"parts": 2}, "With parts=2 it says: Stay with the monolith"),
        (SHOP | {"keys": True}, "Against split services: getting there takes 24 weeks"),
        (SHOP | {"team": 20}, "Against split services: 8 programs want to be understood at night"),
        (SHOP | {"fashion": 10}, "does not ask for 'fashion'"),
        (SHOP | {"peak": 300, "weeks": 500, "on_call": 2}, "Go on to containers"),
    ],
)
def test_it_says_what_is_wrong(answer, told):
    assert said(answer).count(told) == 1
    assert not judge(find("4.4.2"), answer).passed
