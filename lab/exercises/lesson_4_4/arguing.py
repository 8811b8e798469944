"""4.4.6: the case for staying, in numbers."""

import math
import re
from collections.abc import Iterable
from typing import Any

from lab.checks import Wrong, exercise
from lab.exercises.lesson_4_4.claiming import SHOP
from lab.worksheet import Worksheet, worksheet

NUMBER = re.compile(r"\d[\d,]*(?:\.\d+)?")
TEAMS: list[tuple[str, dict[str, Any]]] = [
    ("the shop", SHOP),
    ("a shop whose projects want more upkeep", SHOP | {"upkeep": 9}),
    ("a shop with nine parts", SHOP | {"parts": 9, "months": 12}),
]


@exercise(
    "4.4.6",
    hints=(
        'sheet.option("split") knows its hours, weeks and programs, and so does sheet.option("monolith").',
        "The hours that matter are those *more* than in the monolith: the difference of the two.",
        'f"{hours:.0f}" rounds within a sentence.',
    ),
)
def case(answer: Any) -> str:
    """a function of a worksheet, which returns a sentence with three numbers"""
    for who, numbers in TEAMS:
        sheet = worksheet(**numbers)
        got = answer(sheet)
        if not isinstance(got, str):
            raise Wrong(f"A sentence is wanted, as a text. For {who} you return {got!r:.60}.")
        said = [float(number.replace(",", "")) for number in NUMBER.findall(got)]
        for what, wanted in _wanted(sheet).items():
            if not _near(wanted, said):
                raise Wrong(f"For {who}, {what}: {wanted:.0f}. Your sentence does not say so: {got!r:.120}")
    return "Right. Three numbers, and no adjective. That is how one says no to a fashion."


def _wanted(sheet: Worksheet) -> dict[str, float]:
    monolith, split = sheet.option("monolith"), sheet.option("split")
    return {
        "split would cost so many hours a month more": split.hours - monolith.hours,
        "so many weeks would it take to get there": split.weeks,
        "so many programs would have to be understood at night": split.programs,
    }


def _near(wanted: float, said: Iterable[float]) -> bool:
    """Rounded up, down, or not at all."""
    return any(math.floor(wanted) <= one <= math.ceil(wanted) for one in said)
