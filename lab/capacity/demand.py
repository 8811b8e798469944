"""From people to requests a second. Every assumption has a name, since every one of them is a guess."""

from collections.abc import Sequence

from lab.display import Shown, Table
from lab.errors import LabError

HOUR = 60 * 60
DAY = 24 * HOUR


class Demand(Shown):
    """Requests a second at the busiest time, and the steps that lead there, each with its assumption."""

    def __init__(self, peak: float, steps: Sequence[tuple[str, str, float, str]], *, title: str) -> None:
        self.peak = peak
        self.steps = list(steps)
        self.title = title

    def table(self) -> Table:
        columns = ["assumed", "is", "which makes", "of what"]
        return Table(columns, self.steps, title=f"{self.title}: {self.peak:,.0f} requests a second")

    def html(self) -> str:
        return self.table().html()

    def text(self) -> str:
        return self.table().text()


def demand(
    *, installed: float, daily: float = 0.2, sessions: float = 3, requests: float = 20, busiest_hour: float = 0.1
) -> Demand:
    """What an installed base asks for on a usual day: `demand(installed=5_000_000).peak` is in requests a second.

    `daily` is the share of those who installed that plays on a day, `sessions` how often each of them does,
    `requests` how many each session makes, and `busiest_hour` the share of a day's requests that come in one hour.
    Raises LabError for a negative figure, or for a share above 1.
    """
    _plausible({"daily": daily, "busiest_hour": busiest_hour}, installed, sessions, requests)
    players = installed * daily
    all_day = players * sessions * requests
    hour = all_day * busiest_hour
    steps = [
        ("installed", f"{installed:,.0f}", installed, "people"),
        ("daily", f"{daily:.0%}", players, "people on a day"),
        ("sessions", f"{sessions:g}", players * sessions, "sessions a day"),
        ("requests", f"{requests:g}", all_day, "requests a day"),
        ("all day alike", "24 hours", all_day / DAY, "requests a second, on average"),
        ("busiest_hour", f"{busiest_hour:.0%}", hour / HOUR, "requests a second, in that hour"),
    ]
    return Demand(hour / HOUR, steps, title="A usual day")


def push(
    *, installed: float, reached: float = 0.6, opened: float = 0.05, minutes: float = 5, requests: float = 20
) -> Demand:
    """What one message to all telephones asks for, spread over the `minutes` after it was sent.

    `reached` is the share that gets it at all, `opened` the share of those that opens the game because of it.
    Raises LabError for a negative figure, for a share above 1, or where it takes no time at all.
    """
    _plausible({"reached": reached, "opened": opened}, installed, minutes, requests)
    if minutes == 0:
        raise LabError("nobody is so quick: give the minutes in which people open the game")
    arriving = installed * reached * opened
    rate = arriving * requests / (minutes * 60)
    steps = [
        ("installed", f"{installed:,.0f}", installed, "people"),
        ("reached", f"{reached:.0%}", installed * reached, "messages"),
        ("opened", f"{opened:.0%}", arriving, "people who open the game"),
        ("requests", f"{requests:g}", arriving * requests, "requests"),
        ("minutes", f"{minutes:g}", rate, "requests a second"),
    ]
    return Demand(rate, steps, title="A message to everybody")


def _plausible(shares: dict[str, float], *figures: float) -> None:
    for name, share in shares.items():
        if not 0 <= share <= 1:
            raise LabError(f"{name}={share:g} is no share: give a number from 0 to 1, such as 0.2 for 20 in a hundred")
    if min(figures) < 0:
        raise LabError(f"{min(figures):g} is less than nothing: the figures of a demand are zero or more")
