"""The tables of a sheet."""

import math
from collections.abc import Iterable, Sequence

from lab.display import Table
from lab.worksheet.answers import ANSWERS
from lab.worksheet.choosing import Answer, Option
from lab.worksheet.facts import Fact
from lab.worksheet.flips import Flip
from lab.worksheet.guesses import GUESSES
from lab.worksheet.inputs import REACH, Figures, Input
from lab.worksheet.measured import Measured
from lab.worksheet.words import THE

NEAREST = 8
"""So many of the numbers are shown; the rest would have to change by more."""


def of_options(answer: Answer) -> Table:
    """A row for each arrangement. Hours are whole, since nobody knows their minutes."""
    rows = [
        [one.name, _meets(one), round(one.hours), math.ceil(one.weeks), round(one.capacity)] for one in answer.options
    ]
    return Table(["stage", "meets all needs", "hours a month", "weeks to it", "bears, requests/s"], rows)


def of_hours(answer: Answer) -> Table:
    """A row for each line, a column for each arrangement."""
    options = answer.options
    rows = [[line, *(round(one.lines[line]) for one in options)] for line in options[0].lines]
    rows.append(["together", *(round(one.hours) for one in options)])
    return Table(["hours a month", *(one.name for one in options)], rows)


def of_changes(flips: Sequence[Flip]) -> Table:
    """The nearest of the numbers that would change the answer, and each yes and no that would."""
    within = [one for one in flips if one.factor < math.inf]
    shown = within[:NEAREST] + [one for one in flips if one.needed is not None and one not in within]
    rows = [
        [one.input.name, one.input.said(one.value), one.input.said(one.needed), THE[one.stage], _whose(one.input)]
        for one in shown
        if one.needed is not None
    ]
    title = "What would change it" if rows else f"Nothing changes it, up to {REACH} times as much or as little."
    if further := ", ".join(one.input.name for one in within[NEAREST:]):
        title = f"{title}; further away: {further}"
    return Table(["number", "is", "would have to be", "then", "whose"], rows, title=title)


def of_facts(facts: Iterable[Measured]) -> Table:
    """A row for each entry of the logbook, and whose it is."""
    facts = list(facts)
    rows = [[one.fact.name, one.fact.id, one.fact.what, one.said, one.whose] for one in facts]
    missing = sorted({one.fact.lesson for one in facts if not one.yours})
    title = f"From your logbook. Still to be run: {', '.join(missing)}." if missing else "From your logbook."
    return Table(["number", "entry", "what", "is", "whose"], rows, title=title)


def of_answers(figures: Figures, before: str) -> Table:
    """A row for each question about you."""
    rows = [[one.name, one.said(figures[one.name]), one.what] for one in ANSWERS]
    return Table(["about you", "is", "what"], [*rows, ["now", before, "the stage that runs today"]])


def of_guesses(figures: Figures) -> Table:
    """A row for each assumption, and who made it."""
    rows = [[one.name, one.said(value := figures[one.name]), one.what, _by(one, value)] for one in GUESSES]
    return Table(["assumed", "is", "what", "by whom"], rows)


def _meets(one: Option) -> str:
    lacking = [*one.unmet, *([] if one.in_time else ["weeks"])]
    return f"no: {', '.join(lacking)}" if lacking else "yes"


def _whose(one: Input) -> str:
    return f"measured: {one.id}" if isinstance(one, Fact) else one.whose


def _by(one: Input, value: float) -> str:
    return one.source if value == one.default else f"yours, in place of {one.said(one.default)}"
