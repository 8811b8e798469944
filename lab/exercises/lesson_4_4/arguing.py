"""4.4.6: the case for staying, in numbers."""

import math
import re
from typing import Any

from lab.checks import Wrong, exercise
from lab.exercises.lesson_4_4.teams import SHOP, STUDIO
from lab.worksheet import Worksheet, worksheet

NUMBER = re.compile(r"(?:(?<!\w)[-−])?\d+(?:,\d{3})*(?:\.\d+)?")
TEAMS: list[tuple[str, dict[str, Any]]] = [
    ("the shop", SHOP),
    ("a shop whose projects want more upkeep", SHOP | {"upkeep": 9}),
    ("a shop with nine parts", SHOP | {"parts": 9, "months": 12}),
    ("the studio", STUDIO),
]


@exercise(
    "4.4.6",
    hints=(
        'sheet.option("split") knows its hours, weeks and programs, and so does sheet.option("monolith").',
        "The hours that matter are those *more* than in the monolith: the difference of the two.",
        'f"{hours:.0f}" rounds within a sentence.',
        "A difference below zero is not more. abs(hours) takes its minus away; then 'more' has to become another word.",
    ),
)
def case(answer: Any) -> str:
    """a function of a worksheet, which returns a sentence with three numbers"""
    usual = ""
    for who, numbers in TEAMS:
        sheet = worksheet(**numbers)
        got = answer(sheet)
        if not isinstance(got, str):
            raise Wrong(f"A sentence is wanted, as a text. For {who} you return {got!r:.60}.")
        words, said, wanted = NUMBER.sub("", got), NUMBER.findall(got), _wanted(sheet)
        if len(said) != len(wanted):
            raise Wrong(
                f"Three numbers are wanted and no others: hours, weeks, programs. For {who}, your sentence has "
                f"{len(said) or 'none'}: {got!r:.120}"
            )
        for (what, right), number in zip(wanted.items(), said, strict=True):
            if not _is_right(number, right, in_other_words=words != usual):
                raise Wrong(f"For {who}, {what}: {right:.0f}. Your sentence has {number} there: {got!r:.120}")
        usual = usual or words
    return "Right. Three numbers, and no adjective. That is how one says no to a fashion."


def _wanted(sheet: Worksheet) -> dict[str, float]:
    """The three numbers, in the order in which they are to be said."""
    monolith, split = sheet.option("monolith"), sheet.option("split")
    more = split.hours - monolith.hours
    dearer = "the hours a month that split would cost more come first"
    cheaper = "split would cost fewer hours a month. Say 'fewer' with them, or write a minus before them"
    return {
        dearer if more >= 0 else cheaper: more,
        "the weeks that it would take to get there come second": split.weeks,
        "the programs that would have to be understood at night come last": split.programs,
    }


def _is_right(number: str, right: float, *, in_other_words: bool) -> bool:
    """Rounded up, down, or not at all. What is less has its minus, or other words than what is more."""
    said = float(number.replace(",", "").replace("−", "-"))
    if right < 0 and in_other_words:
        said = -abs(said)
    return math.floor(right) <= said <= math.ceil(right)
