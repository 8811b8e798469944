"""4.2.3: what the new service may do, and no more."""

from collections.abc import Iterable, Mapping
from typing import Any

from lab.checks import Wrong, exercise

NEEDED = {
    "c": "On the first day already, player refuses the stamp: 403",
    "e": "On the third day, coupon refuses to open the campaign: 403",
    "f": "On the third day, the campaign is there, and coupon refuses to make a code for it: 403",
    "g": "On the third day, there is a code, and coupon refuses to redeem it: 403",
}
TOO_MUCH = {
    "a": "with it whoever has stolen attendance's secret changes every player, and reads all of them",
    "b": "nothing in attendance reads a player: the id is all that it has, and all that it needs",
    "d": "with it whoever has stolen attendance's secret makes campaigns and codes without end, and exports them",
    "h": "nothing in attendance looks at a campaign. It says what it wants to be there, and coupon knows the rest",
}


@exercise(
    "4.2.3",
    hints=(
        "Look at the two functions in owed.py, and write down each call of another service. There are four.",
        "A star is never the least. And what is only read in case that somebody needs it is not needed.",
    ),
)
def permits(answer: Iterable[Any]) -> str:
    """a set of letters, such as {"a", "b"}"""
    if isinstance(answer, Mapping):
        empty = "" if answer else " Empty braces make a dictionary: the letters between them make it a set."
        raise Wrong(f"A set of letters is wanted, and this is of type {type(answer).__name__}.{empty}")
    given = {str(letter).strip().lower() for letter in answer}
    if not given:
        raise Wrong("There is no letter in it, and whoever has no permit may call nobody. attendance calls others.")
    if unknown := given - NEEDED.keys() - TOO_MUCH.keys():
        raise Wrong(f"There is no permit {', '.join(sorted(unknown))}. They go from a to h.")
    covered = given | ({"c"} if "a" in given else set()) | ({"e", "f", "g"} if "d" in given else set())
    for letter, what in NEEDED.items():
        if letter not in covered:
            raise Wrong(f"Without {letter} it does not work. {what}. The promise stays open.")
    for letter, why in TOO_MUCH.items():
        if letter in given:
            raise Wrong(f"It works with {letter}, and it works without. Leave it out: {why}.")
    return "Right. Four operations, and a stolen secret is good for these four and for nothing else."
