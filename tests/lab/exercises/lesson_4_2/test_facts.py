import pytest

from lab.checks.checking import judge
from lab.checks.registry import find
from lab.exercises.lesson_4_2.facts import HOLDERS

RIGHT = {fact: holder for fact, (holder, _) in HOLDERS.items()}


def test_each_fact_has_one_holder():
    verdict = judge(find("4.2.1"), RIGHT)

    assert verdict.passed, verdict.text()


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"nickname": "attendance"}, "nickname: not attendance. Because player has the nickname"),
        ({"owed": "player"}, "owed: not player"),
        ({"gems": "shop"}, "there is no service 'shop'"),
    ],
)
def test_it_says_who_has_it_and_why(change, said):
    verdict = judge(find("4.2.1"), RIGHT | change)

    assert not verdict.passed
    assert said in verdict.text()


def test_a_fact_that_was_left_out_is_named():
    verdict = judge(find("4.2.1"), {fact: holder for fact, holder in RIGHT.items() if fact != "poster"})

    assert "Nothing is said of poster" in verdict.text()
