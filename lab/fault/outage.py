"""What a probe saw of a fault."""

from collections import Counter
from collections.abc import Sequence

from lab.display import Shown, Table
from lab.fault.answers import Answer, longest_gap, time_to_return
from lab.fault.timeline import timeline
from lab.measure.spread import Spread


class Outage(Shown):
    """What requests met while something failed. Made of one or several `repeats`, each a list of answers.

    `longest_gap` and `time_to_return` are in seconds: the median of the repeats, with the shortest and the longest.
    """

    def __init__(self, name: str, repeats: Sequence[Sequence[Answer]], *, rate: float) -> None:
        self.name = name
        self.repeats = [list(answers) for answers in repeats]
        self.rate = rate

    @property
    def requests(self) -> int:
        return sum(map(len, self.repeats))

    @property
    def failed(self) -> int:
        """How many got no answer, or one of 400 or above."""
        return sum(answer.failed for answers in self.repeats for answer in answers)

    @property
    def statuses(self) -> dict[str, int]:
        """How many requests met which end: `{"200": 480, "502": 12, "ConnectError": 3}`."""
        return dict(sorted(Counter(one.status for answers in self.repeats for one in answers).items()))

    @property
    def longest_gap(self) -> Spread:
        """The longest time without a good answer."""
        return Spread.of(longest_gap(answers) for answers in self.repeats)

    @property
    def time_to_return(self) -> Spread:
        """From the first failed request to the first good answer after the last. 0: none failed; inf: never."""
        return Spread.of(time_to_return(answers) for answers in self.repeats)

    def table(self) -> Table:
        met = ", ".join(f"{count:,} × {status}" for status, count in self.statuses.items())
        times = "once" if len(self.repeats) == 1 else f"{len(self.repeats)} times"
        return Table(
            ["requests", "failed", "by status", "longest gap, s", "back after, s"],
            [[self.requests, self.failed, met, self._shown(self.longest_gap), self._shown(self.time_to_return)]],
            title=f"{self.name}: {self.rate:g} requests a second, {times}",
        )

    def html(self) -> str:
        # The plot shows one repeat: the one in the middle.
        middle = sorted(self.repeats, key=time_to_return)[(len(self.repeats) - 1) // 2]
        return self.table().html() + timeline(middle, title=f"{self.name}: requests answered and failed, by time")

    def text(self) -> str:
        return self.table().text()

    def _shown(self, value: Spread) -> float | str:
        return float(value) if len(self.repeats) == 1 else str(value)
