"""2.6.4: which arrangement for whom, and why. A choice is judged by the reason that is given for it."""

from collections.abc import Mapping
from typing import Any

from lab.checks import Wrong, exercise

STAGES = ("monolith", "split")
REASONS = ("waiting teams", "blast radius", "keys", "memory", "chores", "fashion")
SPEAKS_FOR = {
    "waiting teams": "split",
    "blast radius": "split",
    "keys": "split",
    "memory": "monolith",
    "chores": "monolith",
}
"""Which arrangement a line of the bill speaks for, whoever reads it."""

HAS = {
    "bakery": {"memory", "chores"},
    "game": {"waiting teams", "blast radius"},
    "clinic": {"keys", "chores"},
}
"""Which lines weigh something with whom."""


@exercise(
    "2.6.4",
    hints=(
        "Begin with the reason: which line of the bill hurts them today?",
        "A reason must be theirs, and it must speak for what you chose. Two people have no teams that wait.",
        "For the clinic both can be argued. Not by a reason that speaks for the other one.",
    ),
)
def choices(answer: Any) -> str:
    """a dictionary: for each of the three a pair of an arrangement and a reason"""
    if not isinstance(answer, Mapping) or set(answer) != set(HAS):
        raise Wrong(f"A dictionary with these three is wanted: {', '.join(HAS)}.")
    for who, choice in answer.items():
        if not isinstance(choice, tuple | list) or len(choice) != 2:
            raise Wrong(f"For the {who}, give a pair: an arrangement and a reason.")
        _judge(who, *choice)
    return "Right. Others may choose otherwise, if they bring a reason that is theirs."


def _judge(who: str, stage: Any, reason: Any) -> None:
    if stage not in STAGES or reason not in REASONS:
        raise Wrong(f"For the {who}: choose {' or '.join(STAGES)}, because of one of {', '.join(REASONS)}.")
    if reason == "fashion":
        raise Wrong(f"For the {who} you name fashion. It is on no line of the bill, and it pays for none.")
    if reason not in HAS[who]:
        raise Wrong(f"The {who} does not feel {reason!r}: read again what is said about it.")
    if SPEAKS_FOR[reason] != stage:
        raise Wrong(f"For the {who} you choose {stage} because of {reason!r}, which speaks for {SPEAKS_FOR[reason]}.")
