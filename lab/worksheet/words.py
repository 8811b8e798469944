"""The sheet in sentences: what it says, and why not something else."""

import math
from collections.abc import Iterable

from lab.worksheet.arrangements import STAGES
from lab.worksheet.choosing import Answer, Option
from lab.worksheet.inputs import Figures, plain
from lab.worksheet.moving import weeks_allowed
from lab.worksheet.needs import slowed

THE = {"monolith": "the monolith", "split": "split services", "containers": "containers", "composition": "composition"}


def headline(answer: Answer, figures: Figures) -> str:
    """The answer in one sentence, or two where it is not what you need."""
    chosen, best = answer.chosen, answer.best
    said = f"{_verb(answer)} {_the(chosen)}"
    if not chosen.unmet:
        return f"{said}: {_against_the_next(answer, figures)}."
    lacking = "; ".join(lacks(chosen, figures))
    if best.name == chosen.name:
        return f"{said}, although even then {lacking}. Nothing in this book does better."
    return f"{said} for now, although {lacking}. {_the(best).capitalize()} would be better; {_late(best, figures)}."


def because(answer: Answer, figures: Figures) -> list[str]:
    """For each of the other stages the reason why it is not the answer."""
    return [
        f"{_the(one)}: {'; '.join(_against(one, answer.chosen, figures))}"
        for stage in STAGES
        if stage != answer.stage
        for one in [next_best(answer, stage)]
    ]


def next_best(answer: Answer, stage: str) -> Option:
    """The better one of a stage's arrangements."""
    return _nearest(one for one in answer.options if one.arrangement.stage == stage)


def lacks(one: Option, figures: Figures) -> list[str]:
    """The needs that an option does not meet, each with its numbers."""
    said = {
        "peak": f"it bears {plain(round(one.capacity))} of your {plain(figures['peak'])} requests a second",
        "on_call": f"{plain(one.programs)} programs want to be understood at night, and "
        f"{plain(figures['on_call'])} on call can mend {plain(figures['on_call'] * figures['knows'])}",
        "patience": f"a busy part makes the others take {plain(slowed(figures, one.arrangement))}x as long, and "
        f"you allow {plain(figures['patience'])}x",
        "keys": "one program can open all data",
        "apart": "no part can grow alone",
    }
    return [said[name] for name in one.unmet]


def _against(one: Option, chosen: Option, figures: Figures) -> list[str]:
    said = [] if one.in_time else [_late(one, figures)]
    said += lacks(one, figures)
    if not said:
        said = [_dearer(one, chosen)]
    return said


def _nearest(options: Iterable[Option]) -> Option:
    return min(options, key=lambda one: (not one.in_time, len(one.unmet), one.hours))


def _against_the_next(answer: Answer, figures: Figures) -> str:
    others = [one for one in answer.options if one.arrangement.stage != answer.stage]
    good = [one for one in others if one.in_time and not one.unmet]
    if not good:
        late = "" if all(one.unmet for one in others) else " in the time that you have"
        nearest = _nearest(others)
        against = "; ".join(_against(nearest, answer.chosen, figures))
        return f"nothing else does what you need{late}. Against {_the(nearest)}: {against}"
    runner_up = min(good, key=lambda one: (not one.offers([*good, answer.chosen]), one.hours))
    return f"{_the(runner_up)} would do as well, and {_dearer(runner_up, answer.chosen)}"


def _dearer(one: Option, chosen: Option) -> str:
    line = max(one.lines, key=lambda name: one.lines[name] - chosen.lines[name])
    return (
        f"would take {plain(round(one.hours - chosen.hours))} hours a month more, most of all for {line} "
        f"({plain(round(one.lines[line]))} against {plain(round(chosen.lines[line]))})"
    )


def _late(one: Option, figures: Figures) -> str:
    return (
        f"getting there takes {plain(math.ceil(one.weeks))} weeks, "
        f"and of your {plain(figures['weeks'])} a move may last {plain(weeks_allowed(figures))}"
    )


def _verb(answer: Answer) -> str:
    before, after = STAGES.index(answer.before), STAGES.index(answer.stage)
    return "Stay with" if before == after else "Go on to" if after > before else "Go back to"


def _the(one: Option) -> str:
    return THE[one.arrangement.stage]
