"""Choosing: who gets there in time, bears the peak, meets the needs, and then costs the fewest hours."""

from collections.abc import Iterable
from dataclasses import dataclass

from lab.worksheet.arrangements import ARRANGEMENTS, Arrangement, of_stage
from lab.worksheet.hours import hours
from lab.worksheet.inputs import Figures
from lab.worksheet.moving import weeks_allowed, weeks_to
from lab.worksheet.needs import capacity, unmet


@dataclass(frozen=True)
class Option:
    """One arrangement, and what it would mean for you. `unmet` names the needs that it does not meet.

    `programs` have to be understood at night, `lines` are hours of work a month, `weeks` is how long the move takes.
    """

    arrangement: Arrangement
    programs: float
    unmet: list[str]
    lines: dict[str, float]
    weeks: float
    in_time: bool
    capacity: float

    @property
    def name(self) -> str:
        return self.arrangement.name

    @property
    def hours(self) -> float:
        """Hours of work a month, all lines together."""
        return sum(self.lines.values())

    def offers(self, others: Iterable["Option"]) -> bool:
        """Whether it saves something over each of the others. If not, it is one of them with more to pay for."""
        return all(any(mine < one.lines[line] for line, mine in self.lines.items()) for one in others if one != self)

    @property
    def lacking(self) -> int:
        """How many needs it does not meet, the peak aside."""
        return len(set(self.unmet) - {"peak"})


@dataclass(frozen=True)
class Answer:
    """The option that was chosen, among all of them. `best` is what it would be if there were time."""

    chosen: Option
    best: Option
    options: list[Option]
    before: str

    @property
    def stage(self) -> str:
        return self.chosen.arrangement.stage


def choose(figures: Figures, before: str) -> Answer:
    """The appropriate stage for somebody who runs the stage `before` today."""
    today = of_stage(before, figures)
    options = [_option(figures, one, today) for one in ARRANGEMENTS]
    # What runs today needs no time, so there is always one.
    in_time = [one for one in options if one.in_time]
    return Answer(appropriate(in_time, figures["peak"]), appropriate(options, figures["peak"]), options, before)


def _option(figures: Figures, one: Arrangement, today: Arrangement) -> Option:
    weeks = weeks_to(figures, today, one)
    return Option(
        arrangement=one,
        programs=one.programs(figures),
        unmet=unmet(figures, one),
        lines=hours(figures, one, today),
        weeks=weeks,
        in_time=weeks <= weeks_allowed(figures),
        capacity=capacity(figures, one),
    )


def appropriate(options: list[Option], peak: float) -> Option:
    """Of those that bear the peak, or else bear the most, the one that lacks least and then costs least."""
    most = max(one.capacity for one in options)
    strong = [one for one in options if one.capacity >= min(peak, most)]
    return min(strong, key=lambda one: (one.lacking, one.hours))
