"""3.5.4: which limit is used up first."""

from typing import Any

from lab.checks import Wrong, exercise

WORKERS, PROCESSORS = (8, 0, 0.05), (2, 0, 0.02)
MEMORY, CONNECTIONS = (2048, 480, 0), (297, 8, 0)
Limits = dict[str, tuple[float, float, float]]
CASES: list[tuple[str, Limits, str | None]] = [
    ("one machine", {"workers": WORKERS, "processors": PROCESSORS, "memory": MEMORY}, "processors"),
    ("few workers", {"workers": (2, 0, 0.05), "processors": PROCESSORS, "memory": MEMORY}, "workers"),
    ("a disk that is nearly full", {"processors": (2, 0, 0.02), "disk": (500, 495, 0.1)}, "disk"),
    ("a full one that needs no requests", {"memory": (2048, 2400, 0), "processors": PROCESSORS}, "memory"),
    ("nothing that requests use up", {"memory": MEMORY, "connections": CONNECTIONS}, None),
    ("nothing at all", {}, None),
]


@exercise(
    "3.5.4",
    hints=(
        "At how many requests a second is each used up? What is left, over what each request a second takes.",
        "What requests do not use up is never used up by them, unless it was so before anybody came.",
        "math.inf is a good rate for never, and 0 for from the beginning.",
    ),
)
def first(answer: Any) -> str:
    """a function of a dictionary of limits, which returns the name of one of them, or None"""
    for what, limits, wanted in CASES:
        got = answer(dict(limits))
        if got is not None and got not in list(limits):
            raise Wrong(f"The name of a limit is wanted, or None. With {what} you return {got!r:.60}.")
        if got != wanted:
            raise Wrong(f"With {what}, {_said(limits, wanted)}. You say {_said(limits, got)}.")
    return "Right. Mend that one, and ask again: there is always a first."


def _said(limits: Limits, name: str | None) -> str:
    if name is None:
        return "nothing is ever used up"
    there, always, each = limits[name]
    if always > there:
        return f"{name} is used up before anybody comes"
    if not each:
        return f"{name} is used up, of which requests take nothing"
    return f"{name} is used up first, at {(there - always) / each:,.4g} requests a second"
