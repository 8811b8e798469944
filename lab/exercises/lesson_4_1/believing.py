"""4.1.2: whether a pipe whose parts ended like that may be believed."""

from collections.abc import Callable
from typing import Any

from lab.checks import Wrong, exercise

CASES = [
    ([0, 0, 0], True, "every part is well"),
    ([0], True, "the only part is well"),
    ([1, 0, 0], False, "the first part failed, and the others made something of nothing"),
    ([0, 127, 0], False, "there is no such program in the middle"),
    ([0, 0, 1], False, "the last part failed"),
    ([141, 0], True, "the second part had enough, and so the first was stopped"),
    ([141, 141, 0], True, "the last part had enough, and both before it were stopped, one after the other"),
    ([0, 141], False, "the last part was stopped: whoever reads it left before the end, so what it printed is cut off"),
    ([141, 1], False, "the second part failed, and that stopped the first"),
    ([137, 0], False, "the first part was killed, perhaps because the memory was full"),
]


@exercise(
    "4.1.2",
    hints=(
        "The last part and the others are judged differently: `*before, last = statuses`.",
        "141 says that a reader left. For a part in the middle that is the next part. For the last one it is you.",
    ),
)
def believed(answer: Callable[[list[int]], Any]) -> str:
    """a function of a list of exit statuses, which returns True or False"""
    for statuses, wanted, why in CASES:
        got = answer(list(statuses))
        if not isinstance(got, bool):
            raise Wrong(f"True or False is wanted. For {statuses} you return {got!r:.60}.")
        if got is not wanted:
            may = "may be believed" if wanted else "may not be believed"
            raise Wrong(f"{statuses} {may}: {why}. You return {got}.")
    return "Right. The shell has only the numbers. You know what they were to mean."
