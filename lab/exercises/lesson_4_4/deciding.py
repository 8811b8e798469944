"""4.4.1: which line of a sheet decided."""

from typing import Any

from lab.checks import Wrong, exercise

Lines = dict[str, float]
CASES: list[tuple[str, Lines, Lines, str | None]] = [
    ("upkeep is the only difference", {"upkeep": 4, "waiting": 2}, {"upkeep": 32, "waiting": 2}, "upkeep"),
    (
        "the largest line is the same on both sides",
        {"outages": 60, "upkeep": 4},
        {"outages": 60, "upkeep": 32},
        "upkeep",
    ),
    (
        "a small line has grown by the larger factor",
        {"memory": 1, "upkeep": 10},
        {"memory": 5, "upkeep": 32},
        "upkeep",
    ),
    (
        "the largest difference speaks for the other one",
        {"upkeep": 32, "waiting": 20, "outages": 8},
        {"upkeep": 4, "waiting": 45, "outages": 9},
        "waiting",
    ),
    ("a line was nothing before", {"platform": 0, "memory": 1}, {"platform": 16, "memory": 3}, "platform"),
    ("nothing speaks for it", {"upkeep": 32, "waiting": 2}, {"upkeep": 4, "waiting": 2}, None),
]


@exercise(
    "4.4.1",
    hints=(
        "What did the choice save on each line? That is the other's hours less its own.",
        "The largest saving wins, not the largest line; and where nothing is saved, None.",
    ),
)
def deciding(answer: Any) -> str:
    """a function of two dictionaries of hours by line, which returns the name of a line, or None"""
    for what, chosen, other, wanted in CASES:
        got = answer(dict(chosen), dict(other))
        if got is not None and got not in list(chosen):
            raise Wrong(f"The name of a line is wanted, or None. Where {what}, you return {got!r:.60}.")
        if got != wanted:
            raise Wrong(f"Where {what}, {_said(chosen, other, wanted)}. You say {_said(chosen, other, got)}.")
    return "Right. Whoever wants to talk you out of it has to talk about this line."


def _said(chosen: Lines, other: Lines, line: str | None) -> str:
    if line is None:
        return "it saves nothing on any line"
    return f"{line} decides, with {chosen[line]:g} hours for it against {other[line]:g}"
