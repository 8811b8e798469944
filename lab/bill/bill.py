"""Filling the bill. A line that nobody has measured yet says where it is measured; nothing is made up."""

from collections.abc import Iterable, Mapping, Sequence

from lab.bill.lines import LINES, Line
from lab.book.entries import Entry, Logbook
from lab.display import Shown, Table, with_unit
from lab.where import logbook_path


class Bill(Shown):
    """The bill: for each line what was measured last on this machine."""

    def __init__(self, entries: Iterable[Entry], lines: Mapping[str, Sequence[Line]] = LINES) -> None:
        self._measured = {one["id"]: one for one in entries if one.get("kind") == "measured"}
        self._lines = lines

    @property
    def missing(self) -> list[str]:
        """The lessons that still have to be run before every line is filled."""
        lines = [line for its in self._lines.values() for line in its]
        return sorted({line.lesson for line in lines if line.id not in self._measured})

    def table(self) -> Table:
        rows = [[part, line.what, self._said(line), line.id] for part, its in self._lines.items() for line in its]
        missing = f" Still to be run: {', '.join(self.missing)}." if self.missing else ""
        return Table(["", "line", "measured", "where"], rows, title=f"Your bill.{missing}")

    def html(self) -> str:
        return self.table().html()

    def text(self) -> str:
        return self.table().text()

    def _said(self, line: Line) -> str:
        found = self._measured.get(line.id)
        if found is None:
            return f"run {line.lesson} to fill this line"
        return with_unit(found["value"], found.get("unit", ""))


def bill() -> Bill:
    """The bill of chapter 2, from your own logbook."""
    return Bill(Logbook(logbook_path()).entries())
