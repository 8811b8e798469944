from datetime import timedelta

import pytest

from lab.checks.checking import judge
from lab.checks.registry import find
from lab.exercises.lesson_4_2.midnight import SEOUL, UTC


def counted(days):
    if not days:
        return 0
    count = 0
    while max(days) - timedelta(days=count) in days:
        count += 1
    return count


def in_seoul(moments):
    return counted({moment.astimezone(SEOUL).date() for moment in moments})


def test_days_are_days_in_seoul():
    verdict = judge(find("4.2.4"), in_seoul)

    assert verdict.passed, verdict.text()


@pytest.mark.parametrize(
    ("answer", "said"),
    [
        (lambda moments: counted({moment.astimezone(UTC).date() for moment in moments}), "Half past eight in Seoul"),
        (lambda moments: counted({moment.date() for moment in moments}), "telephones in UTC"),
        (lambda moments: len({moment.astimezone(SEOUL).date() for moment in moments}), "1 in a row, up to the last"),
        (lambda moments: len(moments), "Half past eight in Seoul"),
        (lambda moments: in_seoul(moments) if moments else None, "Nobody came"),
    ],
)
def test_it_says_which_days_were_miscounted(answer, said):
    verdict = judge(find("4.2.4"), answer)

    assert not verdict.passed
    assert said in verdict.text()
