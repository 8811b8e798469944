"""4.2.4: days in a row, where the players live."""

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from lab.checks import Wrong, exercise

SEOUL, UTC, LOS_ANGELES = ZoneInfo("Asia/Seoul"), ZoneInfo("UTC"), ZoneInfo("America/Los_Angeles")


def at(day: int, hour: int, minute: int = 0, zone: ZoneInfo = SEOUL) -> datetime:
    """A moment in March 2026."""
    return datetime(2026, 3, day, hour, minute, tzinfo=zone)


CASES: list[tuple[str, list[datetime], int]] = [
    ("nobody came", [], 0),
    ("one visit", [at(2, 9)], 1),
    ("three mornings in Seoul", [at(2, 9, 30), at(3, 9, 30), at(4, 9, 30)], 3),
    ("half past eight in Seoul and then half past nine, on one day", [at(2, 8, 30), at(2, 9, 30)], 1),
    ("23:59 and 00:01 in Seoul", [at(2, 23, 59), at(3, 0, 1)], 2),
    ("early on the first day, and late on the second, 47 hours later", [at(2, 0, 30), at(3, 23, 30)], 2),
    ("a day left out, 25 hours and two minutes", [at(2, 23, 59), at(4, 0, 1)], 1),
    ("five visits on one day", [at(2, hour) for hour in (8, 10, 12, 14, 16)], 1),
    ("three days, told in another order", [at(4, 9), at(2, 9), at(3, 9)], 3),
    ("a gap before the last two", [at(1, 9), at(2, 9), at(5, 9), at(6, 9)], 2),
    (
        "the same moments as their telephones in UTC tell them",
        [at(1, 23, 30, UTC), at(2, 23, 30, UTC), at(3, 14, 59, UTC)],
        2,
    ),
    ("one from Los Angeles, where it is still Sunday", [at(2, 12), at(2, 8, 0, LOS_ANGELES)], 2),
    ("the end of February", [at(1, 9) - timedelta(days=1), at(1, 9)], 2),
]


@exercise(
    "4.2.4",
    hints=(
        "First moments to days: moment.astimezone(SEOUL).date(). A set of them holds each day once.",
        "From the last day backwards: is it there, and the one before it, and the one before that?",
    ),
)
def in_a_row(answer: Callable[[list[datetime]], Any]) -> str:
    """a function of a list of moments, which returns a whole number of days"""
    for told, moments, wanted in CASES:
        got = answer(list(moments))
        if got != wanted or isinstance(got, bool):
            shown = ", ".join(moment.isoformat(timespec="minutes") for moment in moments) or "no moment"
            what = told[0].upper() + told[1:]
            raise Wrong(f"{what} ({shown}): {wanted} in a row, up to the last. You return {got!r:.40}.")
    return "Right. A moment is the same everywhere. A day is not, so somebody has to say whose."
