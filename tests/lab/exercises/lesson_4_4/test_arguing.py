import math

import pytest

from lab.checks.checking import judge
from lab.checks.registry import find


def letter(sheet, rounded=round):
    split, monolith = sheet.option("split"), sheet.option("monolith")
    numbers = (split.hours - monolith.hours, split.weeks, split.programs)
    return "Please: {}, {:,} and {}.".format(*map(rounded, numbers))


@pytest.mark.parametrize("rounded", [round, math.ceil, math.floor])
def test_it_may_be_rounded_as_one_likes(rounded):
    verdict = judge(find("4.4.6"), lambda sheet: letter(sheet, rounded))

    assert verdict.passed, verdict.text()


@pytest.mark.parametrize(
    ("answer", "told"),
    [
        (lambda sheet: 70, "A sentence is wanted"),
        (lambda sheet: "no", "split would cost so many hours a month more"),
        (lambda sheet: letter(sheet).rpartition("and")[0], "so many programs"),
        (lambda sheet: "70 more, 24 weeks, 8 programs", "For a shop whose projects want more upkeep"),
    ],
)
def test_it_says_what_is_wrong(answer, told):
    verdict = judge(find("4.4.6"), answer)

    assert not verdict.passed
    assert told in verdict.text()
