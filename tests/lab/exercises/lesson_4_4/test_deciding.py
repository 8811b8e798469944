import pytest

from lab.checks.checking import judge
from lab.checks.registry import find


def by_sorting(chosen, other):
    saved = sorted((other[line] - hours, line) for line, hours in chosen.items())
    most, line = saved[-1]
    return line if most > 0 else None


def never_none(chosen, other):
    return max(chosen, key=lambda line: other[line] - chosen[line])


def test_it_may_be_written_by_sorting():
    verdict = judge(find("4.4.1"), by_sorting)

    assert verdict.passed, verdict.text()


@pytest.mark.parametrize(
    ("answer", "told"),
    [
        (lambda chosen, other: 28, "The name of a line is wanted"),
        (never_none, "Where nothing speaks for it, it saves nothing on any line. You say"),
        (lambda chosen, other: None if chosen else "", "upkeep decides, with 4 hours for it against 32"),
    ],
)
def test_it_says_what_is_wrong(answer, told):
    verdict = judge(find("4.4.1"), answer)

    assert not verdict.passed
    assert told in verdict.text()
