"""4.2.1: which service holds a fact."""

from collections.abc import Mapping
from typing import Any

from lab.checks import Wrong, exercise

HOLDERS = {
    "gems": ("player", "player counts what a player owns, and everybody who gives something tells it"),
    "monday": ("attendance", "no service knows on which days somebody was there. That is the new fact"),
    "nickname": ("player", "player has the nickname, and Mina may change it there at any time"),
    "paused": ("coupon", "the reward is a campaign, and coupon has a switch for campaigns already"),
    "poster": ("notice", "notice has texts in two languages, with a day from which they are seen"),
    "owed": ("attendance", "who promises something writes it down. Nobody else knows that anything was promised"),
}
SERVICES = ("vid", "player", "coupon", "notice", "link", "archive", "attendance")


@exercise(
    "4.2.1",
    hints=(
        "Ask of each fact: who has it already? A second copy is out of date at some time, and then who is right?",
        "Two of the six are new. All others have been somebody's for a long time.",
    ),
)
def facts(answer: Mapping[str, Any]) -> str:
    """a dictionary that says for each of the six facts which service holds it"""
    if not isinstance(answer, Mapping):
        raise Wrong(f"A dictionary is wanted, and this is of type {type(answer).__name__}.")
    if missing := [fact for fact in HOLDERS if fact not in answer]:
        raise Wrong(f"Nothing is said of {', '.join(missing)}.")
    for fact, (holder, why) in HOLDERS.items():
        given = answer[fact]
        if given not in SERVICES:
            raise Wrong(f"{fact}: there is no service {given!r}. There are {', '.join(SERVICES)}.")
        if given != holder:
            raise Wrong(f"{fact}: not {given}. Because {why}.")
    return "Right. Two facts are new, so two facts are what the new service has to keep."
