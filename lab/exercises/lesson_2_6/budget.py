"""2.6.1: how many calls a promised time allows."""

from typing import Any

from lab.checks import Wrong, exercise

CASES = [
    ("100 ms promised, 20 ms of one's own, 10 ms a call", (100, 20, 10), 8),
    ("100 ms promised, 20 ms of one's own, 30 ms a call", (100, 20, 30), 2),
    ("100 ms promised, 5 ms of one's own, 30 ms a call", (100, 5, 30), 3),
    ("100 ms promised, 10 ms of one's own, 60 ms a call", (100, 10, 60), 1),
    ("100 ms promised and 100 ms of one's own", (100, 100, 10), 0),
    ("100 ms promised and 130 ms of one's own", (100, 130, 10), 0),
]


@exercise(
    "2.6.1",
    hints=(
        "What is left for calls is what was promised, less what you need yourself.",
        "Half a call is no call: round down. And what is spent already cannot be fewer than no calls.",
    ),
)
def hops(answer: Any) -> str:
    """a function of three times in milliseconds, which returns a whole number"""
    for what, (promised, own, call), wanted in CASES:
        got = answer(promised, own, call)
        if got != wanted or isinstance(got, bool):
            raise Wrong(f"With {what}, {wanted} calls fit in, one after the other. You say {got!r}.")
    return "Right. And that was the median; the slowest one in a hundred comes with a smaller budget."
