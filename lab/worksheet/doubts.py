"""When not to trust the sheet. It says so itself, as far as it can tell."""

from collections.abc import Iterable, Iterator, Mapping

from lab.worksheet.choosing import Answer, choose
from lab.worksheet.facts import USUAL_DAY
from lab.worksheet.flips import Flip
from lab.worksheet.inputs import Figures
from lab.worksheet.measured import Measured
from lab.worksheet.words import THE

STRETCH = 10
"""From one measured machine to more than so many it is a long way."""

NEAR = 1.5
"""By such a factor anybody's guess may be wrong."""

EVEN = 1.2
"""Two stages that differ by less are not told apart."""


def doubts(answer: Answer, figures: Figures, facts: Mapping[str, Measured], flips: Iterable[Flip]) -> list[str]:
    """What should make you doubt this answer, a sentence each."""
    return [
        *_a_tie(answer),
        *_stretched(figures),
        *_from_elsewhere(facts.values()),
        *(line for one in facts.values() for line in _of_a_fact(one, answer, figures)),
        *(line for one in flips for line in _near(one, facts)),
    ]


def _a_tie(answer: Answer) -> Iterator[str]:
    chosen = answer.chosen
    as_good = [one for one in answer.options if one.in_time and len(one.unmet) <= len(chosen.unmet)]
    for one in as_good:
        other = one.arrangement.stage != answer.stage and one.offers(as_good)
        if other and one.hours <= EVEN * chosen.hours:
            yield (
                f"{THE[one.arrangement.stage]} would do as well for {round(one.hours)} hours a month, and this takes "
                f"{round(chosen.hours)}: that is no difference"
            )


def _stretched(figures: Figures) -> Iterator[str]:
    machines = figures["peak"] * figures["machines"] / USUAL_DAY
    if machines > STRETCH:
        yield f"your peak is the work of {round(machines)} machines, and one was measured: try it before you rely on it"


def _from_elsewhere(facts: Iterable[Measured]) -> Iterator[str]:
    ids: dict[str, list[str]] = {}
    for one in facts:
        if one.yours and one.machine:
            ids.setdefault(one.machine, []).append(one.fact.id)
    for machine, its in ids.items():
        yield f"{', '.join(its)} {'comes' if len(its) == 1 else 'come'} from another machine ({machine}): measure again"


def _of_a_fact(one: Measured, answer: Answer, figures: Figures) -> Iterator[str]:
    stages = {choose({**figures, one.fact.name: end}, answer.before).stage for end in (one.low, one.high)}
    if stages != {answer.stage}:
        ends = f"{one.fact.said(one.low)} to {one.fact.said(one.high)}"
        yield f"{one.fact.id} was measured as {ends}, and within that the answer is another: measure it again"


def _near(one: Flip, facts: Mapping[str, Measured]) -> Iterator[str]:
    if one.needed is None or one.factor > NEAR:
        return
    what = ""
    if one.input.whose == "a guess":
        what = f"{one.input.name} is a guess"
    elif one.input.name in facts and not facts[one.input.name].yours:
        what = f"{facts[one.input.name].fact.id} is ours, not yours"
    if what:
        yield f"{what}: with {one.input.said(one.needed)} for {one.input.said(one.value)} it would be {THE[one.stage]}"
