"""Where the first cut would cost least."""

from collections.abc import Mapping
from typing import Any

from lab.checks import Wrong, exercise

Calls = Mapping[tuple[str, str], int]
"""Who calls whom, and how often a minute. A service may call itself."""

GAME = {
    ("coupon", "player"): 900,
    ("coupon", "coupon"): 4_000,
    ("player", "vid"): 700,
    ("player", "player"): 2_500,
    ("event", "notice"): 15,
    ("event", "coupon"): 200,
    ("notice", "notice"): 9_000,
}
CHEAPEST_IS_CALLED = {("a", "b"): 10, ("a", "c"): 300, ("c", "a"): 300}
CHEAPEST_CALLS = {("a", "b"): 10, ("b", "c"): 300, ("c", "b"): 300}
TALKS_TO_ITSELF = {("a", "a"): 1_000, ("a", "b"): 1, ("b", "c"): 50}
CASES = (
    (GAME, "notice", "notice is called 15 times a minute; what it does within itself stays where it is"),
    (CHEAPEST_IS_CALLED, "b", "b is called 10 times a minute and calls nobody"),
    (CHEAPEST_CALLS, "a", "a calls 10 times a minute and nobody calls it"),
    (TALKS_TO_ITSELF, "a", "a has one call a minute over the wire; a thousand it makes to itself"),
)


@exercise(
    "2.2.1",
    hints=(
        "Cut one service off, alone. Which of the calls then go over a wire? Those into it and those out of it.",
        "A call from a service to itself stays in the process.",
        "The services are all names in all pairs. min(services, key=...) finds the one with the smallest sum.",
    ),
)
def cheapest_cut(answer: Any) -> str:
    """a function that takes calls, {(caller, callee): calls a minute}, and returns the name of a service"""
    for calls, wanted, why in CASES:
        got = answer(dict(calls))
        if got != wanted:
            known = any(got in pair for pair in calls)
            found = f"{got} would send {wire(calls, got)} calls a minute over the wire" if known else ""
            raise Wrong(f"For {dict(calls)} the cheapest cut is {wanted!r}: {why}. You say {got!r}. {found}".rstrip())
    return "Right. A cut costs what goes through it. (What it gains is another question, and not one of arithmetic.)"


def wire(calls: Calls, service: str) -> int:
    """The calls a minute that leave the process if this service alone is cut off."""
    return sum(count for pair, count in calls.items() if service in pair and pair[0] != pair[1])
