import pytest

from lab.checks.checking import judge
from lab.checks.registry import find


def by_rounds(needs, dead):
    fallen = {dead}
    while more := {name for name, its in needs.items() if its & fallen} - fallen:
        fallen |= more
    return fallen


def without_the_dead(needs, dead):
    return by_rounds(needs, dead) - {dead}


def two_rounds(needs, dead):
    fallen = {dead}
    for _ in range(2):
        fallen |= {name for name, its in needs.items() if its & fallen}
    return fallen


def test_it_may_be_written_by_rounds():
    verdict = judge(find("2.6.3"), by_rounds)

    assert verdict.passed, verdict.text()


def test_the_fallen_may_be_told_one_by_one():
    assert judge(find("2.6.3"), lambda needs, dead: iter(by_rounds(needs, dead))).passed


@pytest.mark.parametrize(
    ("answer", "said"),
    [
        (without_the_dead, "You say nobody"),
        (two_rounds, "chain is long"),
        (lambda needs, dead: dead, "A set of names is wanted. You returned 'notice'"),
    ],
)
def test_it_says_what_is_wrong(answer, said):
    verdict = judge(find("2.6.3"), answer)

    assert not verdict.passed
    assert said in verdict.text()
