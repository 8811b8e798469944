import pytest

from lab.checks.checking import judge
from lab.checks.registry import find


def by_a_loop(answer, value, others):
    for other in sorted(others, key=lambda other: abs(other - value)):
        if answer(other) != answer(value):
            return other
    return None


def the_farthest(answer, value, others):
    return max((o for o in others if answer(o) != answer(value)), key=lambda o: abs(o - value), default=None)


def test_it_may_be_written_as_a_loop():
    verdict = judge(find("4.4.3"), by_a_loop)

    assert verdict.passed, verdict.text()


@pytest.mark.parametrize(
    ("answer", "told"),
    [
        (the_farthest, "30 flips it, but 12 is nearer"),
        (lambda answer, value, others: value, "one of [2, 30, 3, 12, 5, 8, 1, 20] is wanted, or None"),
        (lambda answer, value, others: None if value else 0, "12 flips it, of"),
        (lambda answer, value, others: 5, "with 5 the answer is the same as before, monolith"),
    ],
)
def test_it_says_what_is_wrong(answer, told):
    verdict = judge(find("4.4.3"), answer)

    assert not verdict.passed
    assert told in verdict.text()
