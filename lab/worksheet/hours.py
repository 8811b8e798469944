"""What a stage costs, in hours of work a month, a line each. What all stages pay alike is in no line."""

from lab.worksheet.arrangements import Arrangement
from lab.worksheet.facts import FEATURES
from lab.worksheet.inputs import Figures
from lab.worksheet.moving import person_weeks

BAD_OF_TEAMS = 6
"""The figure of lesson 2.1 is for a train of six teams."""


def hours(figures: Figures, one: Arrangement, before: Arrangement) -> dict[str, float]:
    """Hours a month by line, for somebody who runs `before` today."""
    return {
        "upkeep": figures["upkeep"] * one.projects(figures),
        "platform": figures["platform"] * (one.contained and not figures["containers"]),
        "releases": _releases(figures, one) * _hours_a_release(figures, one),
        "waiting": figures["releases"] * stuck(figures, one) * figures["team"] * figures["wait"],
        "outages": figures["outages"] * _hours_an_outage(figures, one),
        "new things": figures["events"] * figures["compose"] * _places(figures, one),
        "memory": figures["memory_price"] * (figures["memory"] if one.parted else 1),
        "the move": person_weeks(figures, before, one) * figures["week"] / figures["months"],
    }


def stuck(figures: Figures, one: Arrangement) -> float:
    """How often a release waits: for a bad change of any team on the train, or only of one's own."""
    good = (1 - figures["stuck"] / 100) ** (1 / BAD_OF_TEAMS)
    return 1 - good ** (1 if one.parted else figures["teams"])


def _releases(figures: Figures, one: Arrangement) -> float:
    """One train takes everybody along. Apart, each group has its own, and what crosses takes several, in order."""
    if not one.parted:
        return figures["releases"]
    return figures["releases"] * figures["teams"] * (1 + figures["crossing"] / 100 * (figures["in_order"] - 1))


def _hours_a_release(figures: Figures, one: Arrangement) -> float:
    return figures["pipeline"] / 3600 if one.contained else figures["watch"]


def _hours_an_outage(figures: Figures, one: Arrangement) -> float:
    silent = FEATURES - figures["alive_parted" if one.parted else "alive_whole"]
    return figures["outage"] if silent >= FEATURES else min(figures["outage"], silent * figures["part"])


def _places(figures: Figures, one: Arrangement) -> float:
    """In how many places something new is made: one where all parts are at hand, in one process or for a composer."""
    return 1 if one.composed or not one.parted else min(figures["touched"], figures["parts"])
