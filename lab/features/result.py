"""What a roll call found."""

from collections import Counter
from collections.abc import Mapping, Sequence

from lab.display import Shown, Table
from lab.fault.answers import Answer
from lab.features.rows import rows


class RollCall(Shown):
    """The answers of each feature. A feature answers when none of its requests failed."""

    def __init__(self, name: str, answers: Mapping[str, Sequence[Answer]]) -> None:
        self.name = name
        self.answers = {feature: sorted(found, key=lambda one: one.sent) for feature, found in answers.items()}

    @property
    def answering(self) -> list[str]:
        """The features that answered every time."""
        return [name for name in self.answers if not self._failed(name)]

    @property
    def requests(self) -> int:
        return sum(map(len, self.answers.values()))

    @property
    def failed(self) -> int:
        """How many requests got no answer, or one of 400 or above."""
        return sum(map(self._failed, self.answers))

    def statuses(self, *features: str) -> dict[str, int]:
        """How often which end was met, by these features or by all: `{"200": 18, "500": 3}`."""
        chosen = features or tuple(self.answers)
        return dict(sorted(Counter(one.status for name in chosen for one in self.answers[name]).items()))

    def table(self) -> Table:
        found = [[name, len(self.answers[name]), self._failed(name), self._met(name)] for name in self.answers]
        title = f"{self.name}: {len(self.answering)} of {len(self.answers)} features answered every time"
        return Table(["feature", "requests", "failed", "by status"], found, title=title)

    def html(self) -> str:
        plot = rows(self.answers, title=f"{self.name}: each feature's requests, by time") if self.failed else ""
        return self.table().html() + plot

    def text(self) -> str:
        return self.table().text()

    def _failed(self, feature: str) -> int:
        return sum(one.failed for one in self.answers[feature])

    def _met(self, feature: str) -> str:
        return ", ".join(f"{count:,} × {status}" for status, count in self.statuses(feature).items())
