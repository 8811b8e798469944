"""What today's services are, seen from those of the last release."""

from datetime import date
from typing import Any

from {{ cookiecutter.namespace }}.contracts.compatibility.breaks import Break
from {{ cookiecutter.namespace }}.contracts.compatibility.verdict import Verdict, idle, judge

from .descriptions import PATH, described, kettle

TODAY, TOMORROW = date(2026, 11, 30), date(2026, 12, 1)
BASE = {"kettle": kettle(), "pot": kettle()}


def gone(day: date, service: str = "kettle") -> Break:
    return Break(service, f"POST {PATH}", "is gone", "nobody boils any more", day)


def judged(*breaks: Break, **today: Any) -> Verdict:
    return judge(BASE, BASE | today, breaks, TODAY)


def test_services_that_say_the_same_are_bearable() -> None:
    verdict = judged()

    assert verdict.is_bearable
    assert list(verdict.lines()) == []


def test_what_is_new_is_bearable_and_told() -> None:
    verdict = judged(spoon=kettle(), kettle=kettle(deprecated=True))

    assert verdict.is_bearable
    assert list(verdict.lines()) == [
        f"new       kettle: POST {PATH} is deprecated",
        "new       spoon: the service is new",
    ]


def test_what_breaks_is_not() -> None:
    verdict = judged(kettle=described({}))

    assert not verdict.is_bearable
    assert [line.partition(": a client")[0] for line in verdict.lines()] == [
        f"BREAKING  kettle: POST {PATH} is gone",
    ]


def test_a_break_that_is_meant_is_allowed_from_its_day_on() -> None:
    allowed, too_early = judged(gone(TODAY), kettle=described({})), judged(gone(TOMORROW), kettle=described({}))

    assert allowed.is_bearable
    assert list(allowed.lines()) == [f"allowed   kettle: POST {PATH} is gone (nobody boils any more)"]
    assert not too_early.is_bearable
    assert list(too_early.lines()) == [f"too early kettle: POST {PATH} is gone: allowed from 2026-12-01 on"]


def test_a_break_that_is_meant_for_one_service_allows_no_other() -> None:
    assert not judged(gone(TODAY, "pot"), kettle=described({})).is_bearable


def test_a_break_is_idle_where_its_day_has_come_and_nothing_breaks() -> None:
    entries = [gone(TODAY), gone(TOMORROW), gone(TODAY, "pot")]

    assert idle(entries, judged(*entries), TODAY) == [gone(TODAY), gone(TODAY, "pot")]
    assert idle(entries, judged(*entries, kettle=described({})), TODAY) == [gone(TODAY, "pot")]
