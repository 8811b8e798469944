"""Filling in a worksheet."""

from collections.abc import Iterable
from difflib import get_close_matches
from math import isfinite

from lab.book.entries import Entry
from lab.errors import LabError
from lab.worksheet.answers import ANSWERS
from lab.worksheet.arrangements import STAGES
from lab.worksheet.flips import BOUNDED_BY
from lab.worksheet.guesses import GUESSES
from lab.worksheet.inputs import Input
from lab.worksheet.measured import measured
from lab.worksheet.sheet import Worksheet

ASKED = {one.name: one for one in (*ANSWERS, *GUESSES)}


def worksheet(*, now: str = "monolith", entries: Iterable[Entry] | None = None, **numbers: float) -> Worksheet:
    """Which stage is appropriate: `lab.worksheet(team=4, weeks=12, peak=30)`. The sheet shows all names and defaults.

    `now` is the stage that runs today. What machines say is taken from your logbook, or from `entries` in its place;
    what you have not measured is taken from the stored run, and said to be so. Raises LabError for a name that is
    none, and for a number that makes no sense.
    """
    if now not in STAGES:
        raise LabError(f"now={now!r} is no stage: it is one of {', '.join(STAGES)}")
    for name, value in numbers.items():
        _demand(name, value)
    facts = measured(entries)
    figures = {name: float(numbers.get(name, one.default)) for name, one in ASKED.items()}
    for bounded, by in BOUNDED_BY.items():
        if bounded in numbers and figures[bounded] > figures[by]:
            raise LabError(
                f"{bounded}={numbers[bounded]:g} is more than {by}={figures[by]:g}: one of the two is a slip"
            )
        figures[bounded] = min(figures[bounded], figures[by])
    return Worksheet(figures | {name: one.value for name, one in facts.items()}, now, facts)


def _demand(name: str, value: float) -> None:
    one = ASKED.get(name)
    if one is None:
        near = get_close_matches(name, ASKED, n=3, cutoff=0.5) or list(ASKED)
        raise LabError(f"the worksheet does not ask for {name!r}: it asks for {', '.join(near)}")
    if value is ... or not isinstance(value, int | float) or not isfinite(value):
        raise LabError(f"{name}={value!r} is no number: {one.what}")
    if not one.low <= value <= one.high:
        raise LabError(f"{name}={value:g} makes no sense here: {one.what}, {_range(one)}")
    if one.kind == "whole" and value != int(value):
        raise LabError(f"{name}={value:g} is no whole number: {one.what}, {_range(one)}")


def _range(one: Input) -> str:
    return "True or False" if one.kind == "yes or no" else f"from {one.low:g} to {one.high:g}"
