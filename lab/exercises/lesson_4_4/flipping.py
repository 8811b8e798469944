"""4.4.3: the nearest value that flips an answer."""

from collections.abc import Callable
from typing import Any

from lab.checks import Wrong, exercise

Stage = Callable[[float], str]
TEAMS: list[float] = [2, 30, 3, 12, 5, 8, 1, 20]
CASES: list[tuple[str, Stage, float, list[float], float | None]] = [
    ("it is split from 12 on, and is asked for 4", lambda team: "split" if team >= 12 else "monolith", 4, TEAMS, 12),
    ("it is split from 5 on, and is asked for 30", lambda team: "split" if team >= 5 else "monolith", 30, TEAMS, 3),
    (
        "it is split from 5 to 12 alone, and is asked for 8",
        lambda team: "split" if 5 <= team <= 12 else "monolith",
        8,
        TEAMS,
        3,
    ),
    (
        "there are three answers, and it is asked for 8",
        lambda team: "monolith" if team < 2 else "split" if team < 20 else "containers",
        8,
        TEAMS,
        1,
    ),
    ("it is always the monolith", lambda team: "monolith", 4, TEAMS, None),
    ("there is nothing to try", lambda team: "split" if team >= 12 else "monolith", 4, [], None),
]


@exercise(
    "4.4.3",
    hints=(
        "First keep those of the others whose answer is not the one that you have now.",
        "Of these, the nearest: min(..., key=lambda other: abs(other - value), default=None).",
    ),
)
def nearest(answer: Any) -> str:
    """a function of an answering function, a value and a list of others, which returns one of the others, or None"""
    for what, stage, value, others, wanted in CASES:
        got = answer(stage, value, list(others))
        if got == wanted:
            continue
        if got is None:
            raise Wrong(f"Where {what}: {wanted:g} flips it, of {others}. You found none.")
        if got not in others:
            raise Wrong(f"Where {what}: one of {others} is wanted, or None. You return {got!r:.40}.")
        if stage(got) == stage(value):
            raise Wrong(f"Where {what}: with {got:g} the answer is the same as before, {stage(got)}.")
        raise Wrong(f"Where {what}: {got:g} flips it, but {wanted:g} is nearer.")
    return "Right. The sheet does this with every number that it has."
