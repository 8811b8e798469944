import math

import pytest

from lab.checks.checking import judge
from lab.checks.registry import find


def letter(sheet, rounded=round):
    split, monolith = sheet.option("split"), sheet.option("monolith")
    numbers = (split.hours - monolith.hours, split.weeks, split.programs)
    return "Please: {}, {:,} and {}.".format(*map(rounded, numbers))


def swapped(sheet):
    hours, weeks, programs = letter(sheet).removeprefix("Please: ").replace(" and", ",").rstrip(".").split(", ")
    return f"{weeks} weeks, {hours} hours and {programs} programs"


def in_words(sheet):
    more = sheet.option("split").hours - sheet.option("monolith").hours
    than = "more" if more > 0 else "fewer"
    return letter(sheet).replace("-", "").replace("Please:", f"Hours a month {than}, weeks, programs:")


def in_korean(sheet):
    return letter(sheet).replace("Please: -", "덜 드는 시간: ").replace("Please:", "더 드는 시간:")


def with_a_printed_minus(sheet):
    return letter(sheet).replace("-", "−")


@pytest.mark.parametrize("answer", [letter, in_words, in_korean, with_a_printed_minus])
def test_what_is_less_may_be_said_with_a_minus_or_in_words_of_any_language(answer):
    verdict = judge(find("4.4.6"), answer)

    assert verdict.passed, verdict.text()


@pytest.mark.parametrize("rounded", [round, math.ceil, math.floor])
def test_it_may_be_rounded_as_one_likes(rounded):
    verdict = judge(find("4.4.6"), lambda sheet: letter(sheet, rounded))

    assert verdict.passed, verdict.text()


@pytest.mark.parametrize(
    ("answer", "told"),
    [
        (lambda sheet: 70, "A sentence is wanted"),
        (lambda sheet: "no", "your sentence has none"),
        (lambda sheet: letter(sheet).rpartition("and")[0], "your sentence has 2"),
        (lambda sheet: letter(sheet) + " Or " + " or ".join(map(str, range(100))), "your sentence has 103"),
        (swapped, "the hours a month that split would cost more come first: 70. Your sentence has 24 there"),
        (lambda sheet: letter(sheet).replace(" ", " -", 1), "come first: 70. Your sentence has -70 there"),
        (lambda sheet: letter(sheet).replace("-", ""), "For the studio, split would cost fewer hours a month"),
        (lambda sheet: "70 more, 24 weeks, 8 programs", "For a shop whose projects want more upkeep"),
    ],
)
def test_it_says_what_is_wrong(answer, told):
    verdict = judge(find("4.4.6"), answer)

    assert not verdict.passed
    assert told in verdict.text()
