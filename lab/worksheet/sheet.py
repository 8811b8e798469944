"""The worksheet, filled in."""

import math
from collections.abc import Mapping
from functools import cached_property
from html import escape

from lab.display import Shown, Table
from lab.display.prose import prose
from lab.errors import LabError
from lab.worksheet import tables
from lab.worksheet.answers import ANSWERS
from lab.worksheet.choosing import Option, choose
from lab.worksheet.doubts import doubts
from lab.worksheet.facts import FACTS
from lab.worksheet.flips import Flip, flips
from lab.worksheet.guesses import GUESSES
from lab.worksheet.inputs import Figures, Input
from lab.worksheet.mapping import Map, axis
from lab.worksheet.measured import Measured
from lab.worksheet.words import because, headline

INPUTS: dict[str, Input] = {one.name: one for one in (*ANSWERS, *GUESSES, *FACTS)}


class Worksheet(Shown):
    """A reasoned answer, with everything that it rests on. `figures` are its numbers by name."""

    def __init__(self, figures: Figures, before: str, facts: Mapping[str, Measured]) -> None:
        self.figures = figures
        self.before = before
        self.facts = dict(facts)
        self.answer = choose(figures, before)

    @property
    def headline(self) -> str:
        """The answer in a sentence."""
        return headline(self.answer, self.figures)

    @property
    def because(self) -> list[str]:
        """Why it is not one of the other stages, a sentence each."""
        return because(self.answer, self.figures)

    @cached_property
    def flips(self) -> list[Flip]:
        """For each number the nearest value with another answer: what is nearest as a factor comes first."""
        return flips(self.figures, self.before, INPUTS.values())

    @property
    def deciding(self) -> str | None:
        """The name of the number that is nearest to changing the answer; None where no factor of any does."""
        nearest = self.flips[0]
        return nearest.input.name if nearest.needed is not None and nearest.factor < math.inf else None

    def option(self, name: str) -> Option:
        """One of the arrangements by its name. Raises LabError for a name that is none."""
        for one in self.answer.options:
            if one.name == name:
                return one
        raise LabError(f"there is no {name!r} to choose: there is {', '.join(one.name for one in self.answer.options)}")

    def flip(self, name: str) -> Flip:
        """What would have to become of one number. Raises KeyError for a name that is none."""
        return next(one for one in self.flips if one.input is INPUTS[name])

    @cached_property
    def doubts(self) -> list[str]:
        """What should make you doubt it."""
        return doubts(self.answer, self.figures, self.facts, self.flips)

    @property
    def missing(self) -> list[str]:
        """The logbook's entries that are not yours, since you have not measured them."""
        return [one.fact.id for one in self.facts.values() if not one.yours]

    @property
    def options(self) -> Table:
        """Every arrangement: whether it does what you need, what it costs, and what it takes to get there."""
        return tables.of_options(self.answer)

    @property
    def hours(self) -> Table:
        """Where the hours go, a line each."""
        return tables.of_hours(self.answer)

    @property
    def changes(self) -> Table:
        """What would change the sheet's mind: the nearest of the numbers, and each yes and no."""
        return tables.of_changes(self.flips)

    @property
    def sources(self) -> Table:
        """What was taken from the logbook."""
        return tables.of_facts(self.facts.values())

    @property
    def said(self) -> Table:
        """What was said about you, the defaults included."""
        return tables.of_answers(self.figures, self.before)

    @property
    def guesses(self) -> Table:
        """What nobody has measured."""
        return tables.of_guesses(self.figures)

    def map(self, x: str = "team", y: str = "peak") -> Map:
        """The answer over two of the numbers. Raises LabError for a name that is none."""
        return Map(self.figures, self.before, axis(INPUTS, x), axis(INPUTS, y))

    def html(self) -> str:
        folded = {
            "Where the hours go": self.hours,
            "What you said": self.said,
            "What nobody has measured": self.guesses,
            "What came from the logbook": self.sources,
        }
        return "".join(
            [
                f'<div class="lab-verdict"><p><b>{escape(self.headline)}</b></p></div>',
                self.options.html(),
                _listed("Why not", self.because),
                self.changes.html(),
                _listed("Doubt it, since", self.doubts),
                *(f"<details><summary>{name}</summary>{table.html()}</details>" for name, table in folded.items()),
            ]
        )

    def text(self) -> str:
        tables = [self.hours, self.said, self.guesses, self.sources]
        return "\n".join(
            [
                self.headline,
                self.options.text(),
                *(f"Why not {line}." for line in self.because),
                self.changes.text(),
                *(f"Doubt it, since {line}." for line in self.doubts),
                *(table.text() for table in tables),
            ]
        )


def _listed(title: str, lines: list[str]) -> str:
    items = "".join(f"<li>{prose(line)}.</li>" for line in lines)
    return f'<p class="lab-note">{title}:</p><ul>{items}</ul>' if lines else ""
