import pytest

from lab.checks.checking import judge
from lab.checks.registry import find


@pytest.mark.parametrize("answer", [{"c", "e", "f", "g"}, ["g", "F", "e", "c"]])
def test_the_four_operations_are_enough(answer):
    verdict = judge(find("4.2.3"), answer)

    assert verdict.passed, verdict.text()


@pytest.mark.parametrize(
    ("answer", "said"),
    [
        ({"c", "e", "g"}, "refuses to make a code"),
        ({"e", "f", "g"}, "refuses the stamp"),
        ({"c", "d"}, "It works with d, and it works without"),
        ({"a", "e", "f", "g"}, "changes every player"),
        ({"b", "c", "e", "f", "g"}, "nothing in attendance reads a player"),
        ({"c", "x"}, "There is no permit x"),
    ],
)
def test_it_says_what_is_refused_and_what_is_too_much(answer, said):
    verdict = judge(find("4.2.3"), answer)

    assert not verdict.passed
    assert said in verdict.text()


@pytest.mark.parametrize(
    ("answer", "said"),
    [
        ({}, "A set of letters is wanted, and this is of type dict. Empty braces make a dictionary"),
        ({"c": True, "e": True, "f": True, "g": True}, "A set of letters is wanted, and this is of type dict."),
        (set(), "There is no letter in it"),
        ([], "There is no letter in it"),
    ],
)
def test_whoever_has_given_no_set_is_told_so_and_no_letter_is_given_away(answer, said):
    verdict = judge(find("4.2.3"), answer)

    assert not verdict.passed
    assert said in verdict.text()
    assert "Without" not in verdict.text()
