"""What came of executing a notebook."""

import time
from dataclasses import dataclass, field

from workbook.walk.events import Event, Events


@dataclass
class CellRun:
    """One executed cell. `began` is on the monotonic clock, `seconds` is how long it took."""

    name: str
    began: float
    seconds: float = 0.0
    error: str = ""
    events: list[Event] = field(default_factory=list)

    def finish(self, events: list[Event]) -> None:
        self.seconds = time.monotonic() - self.began
        self.events = events

    @property
    def missing(self) -> list[str]:
        """The engines for want of which the cell was not run; empty if it was."""
        return [engine for event in self.events if event["kind"] == "missing" for engine in event["engines"]]

    def verdicts(self) -> list[bool]:
        """What `lab.check` said in this cell, in order."""
        return [bool(event.get("passed")) for event in self.events if event.get("kind") == "check"]


@dataclass
class NotebookRun:
    """One executed notebook. `failure` is empty when every cell ran."""

    events: Events
    cells: list[CellRun] = field(default_factory=list)
    seconds: float = 0.0
    failure: str = ""

    def fail(self, why: str) -> None:
        where = f"cell {self.cells[-1].name}: " if self.cells else ""
        self.failure = where + why
        if self.cells:
            self.cells[-1].error = why

    @property
    def passed(self) -> bool:
        return not self.failure

    @property
    def not_run(self) -> list[CellRun]:
        """The cells that were passed over for want of an engine."""
        return [cell for cell in self.cells if cell.missing]

    def count(self, *kinds: str) -> int:
        """How many different things of these kinds there were; what failed does not count, a repetition neither.

        A record neither passes nor fails: its `passed` is None.
        """
        events = [event for cell in self.cells for event in cell.events]
        return len({each["id"] for each in events if each["kind"] in kinds and each.get("passed") is not False})
