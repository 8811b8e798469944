"""The logbook as a reader sees it."""

import re
from html import escape
from typing import Any

from lab.book.entries import Entry, Logbook
from lab.book.predictions import standing_prediction
from lab.display import Shown, Table, ratio, with_unit
from lab.display.plots import pairs
from lab.errors import LabError
from lab.where import logbook_path


class Page(Shown):
    """What was predicted and what was measured, one row an id, in the order of the first entry.

    `lesson` is the one that all entries belong to; empty if they belong to any.
    """

    def __init__(self, entries: list[Entry], warnings: list[str], lesson: str = "") -> None:
        self.entries = entries
        self.warnings = warnings
        self.lesson = lesson

    def rows(self) -> list[tuple[str, Entry | None, Entry | None]]:
        """For each id the prediction that counts, and the last measurement."""
        by_id: dict[str, list[Entry]] = {}
        for entry in self.entries:
            by_id.setdefault(entry["id"], []).append(entry)
        return [(id, standing_prediction(entries), _last_measured(entries)) for id, entries in by_id.items()]

    def table(self) -> Table:
        rows = [
            [id, predicted["value"] if predicted else "", _said(measured), _apart(predicted, measured)]
            for id, predicted, measured in self.rows()
        ]
        return Table(["what", "predicted", "measured", "measured / predicted"], rows, title=self._title())

    def html(self) -> str:
        amounts = [(id, _amounts(predicted, measured)) for id, predicted, measured in self.rows()]
        pairs_of_numbers = [(id, *both) for id, both in amounts if both and min(both) > 0]
        title = "Predicted and measured, each in its own unit"
        plot = pairs(pairs_of_numbers, first="predicted", second="measured", title=title) if pairs_of_numbers else ""
        notes = "".join(f'<p class="lab-note">{escape(line)}</p>' for line in self._notes())
        return self.table().html() + plot + notes

    def text(self) -> str:
        return "\n".join([self.table().text(), *self._notes()])

    def _title(self) -> str:
        of = f" of lesson {self.lesson}" if self.lesson else ""
        return (
            f"Your logbook{of}"
            if self.entries
            else f"Your logbook{of} is empty: lab.predict and lab.record write in it."
        )

    def _notes(self) -> list[str]:
        machines = {
            tuple(entry["machine"].values()) for entry in self.entries if isinstance(entry.get("machine"), dict)
        }
        lines = [
            "Measured on " + ", ".join([f"{cpus} × {model}", *map(str, rest)])
            for cpus, model, *rest in sorted(machines, key=str)
        ]
        return [*lines, *self.warnings]


def logbook(lesson: str = "") -> Page:
    """Your logbook: each prediction beside what was measured, in all lessons or in one: `lab.logbook("1.3")`."""
    if not re.fullmatch(r"(\d+\.\d+)?", str(lesson)):
        raise LabError(f'{lesson!r} is no lesson: name one as lab.logbook("1.3"), or none for all of them')
    book = Logbook(logbook_path())
    entries = [entry for entry in book.entries() if "value" in entry]
    # An entry is named after its lesson: 1.3-servers.
    of_lesson = [entry for entry in entries if entry["id"].startswith(f"{lesson}-")] if lesson else entries
    return Page(of_lesson, book.warnings, str(lesson))


def _last_measured(entries: list[Entry]) -> Entry | None:
    return next((entry for entry in reversed(entries) if entry["kind"] == "measured"), None)


def _said(measured: Entry | None) -> str:
    return "" if measured is None else with_unit(measured["value"], measured.get("unit", ""))


def _apart(predicted: Entry | None, measured: Entry | None) -> Any:
    """How many times the prediction came true: 1 is a bull's eye."""
    both = _amounts(predicted, measured)
    return ratio(both[1] / both[0]) if both and both[0] else ""


def _amounts(predicted: Entry | None, measured: Entry | None) -> tuple[float, float] | None:
    """Both numbers, if they are amounts. A status, its unit in parentheses, is a name: 404 is not twice 200."""
    if predicted is None or measured is None or predicted.get("number") is None:
        return None
    return None if measured.get("unit", "").startswith("(") else (predicted["number"], measured["value"])
