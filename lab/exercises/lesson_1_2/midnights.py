"""1.2.4: when a day begins, and where."""

from datetime import UTC, date, datetime, timedelta
from typing import Any

from lab.checks import Wrong, exercise

MIDNIGHTS = (
    ("Asia/Seoul", date(2026, 12, 1), datetime(2026, 11, 30, 15, tzinfo=UTC)),
    ("America/Los_Angeles", date(2026, 1, 15), datetime(2026, 1, 15, 8, tzinfo=UTC)),
    ("America/Los_Angeles", date(2026, 7, 15), datetime(2026, 7, 15, 7, tzinfo=UTC)),
    ("Asia/Kathmandu", date(2026, 7, 15), datetime(2026, 7, 14, 18, 15, tzinfo=UTC)),
    ("UTC", date(2026, 7, 15), datetime(2026, 7, 15, tzinfo=UTC)),
)


@exercise(
    "1.2.4",
    hints=(
        "ZoneInfo(zone) knows a zone's rules for every day of the year. Give it to datetime.combine as tzinfo.",
        "An instant can be read on any clock: aware.astimezone(UTC) is the same instant, on the clock of UTC.",
    ),
)
def midnight_in(answer: Any) -> str:
    """a function that takes a zone's name and a date, and returns a datetime in UTC"""
    for zone, day, expected in MIDNIGHTS:
        got = answer(zone, day)
        if not isinstance(got, datetime):
            raise Wrong(f"For {zone} and {day} you returned {got!r}, and a datetime is wanted.")
        if got.utcoffset() is None:
            raise Wrong(f"For {zone} and {day} you returned {got}, which does not say on whose clock: it is naive.")
        if got != expected:
            off = abs(got - expected) / timedelta(hours=1)
            raise Wrong(f"{day} begins in {zone} at {expected:%Y-%m-%d %H:%M} UTC. You are {off:g} hours away: {got}.")
        if got.utcoffset():
            raise Wrong(f"For {zone} and {day} you found the right instant, but on another clock than UTC's: {got}.")
    return "Right, in summer and in winter, and in Kathmandu, where the clock is a quarter of an hour from everyone's."
