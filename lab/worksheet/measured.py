"""Taking facts from the reader's logbook. What is missing is taken from the stored run, and said to be so."""

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from lab.book.entries import Entry, Logbook
from lab.book.machine import machine
from lab.display import with_unit
from lab.errors import LabError
from lab.where import logbook_path, reference_run_path
from lab.worksheet.facts import FACTS, Fact


@dataclass(frozen=True)
class Measured:
    """A fact with its value, its spread, and whose it is."""

    fact: Fact
    value: float
    low: float
    high: float
    yours: bool
    machine: str = ""
    """Where it was measured, if that is not this machine."""
    because: str = ""
    """Why it is not yours."""

    @property
    def whose(self) -> str:
        if not self.yours:
            return f"ours, not yours: {self.because}"
        return f"yours, on another machine: {self.machine}" if self.machine else "yours"

    @property
    def said(self) -> str:
        return with_unit(self.value, self.fact.unit)


def measured(entries: Iterable[Entry] | None = None, facts: Sequence[Fact] = FACTS) -> dict[str, Measured]:
    """Every fact by its name: from these entries, or else from your logbook, or else from the stored run.

    Raises LabError only where the stored run is not there, which every copy of the book has.
    """
    if entries is None:
        entries = Logbook(logbook_path()).entries()
    yours, ours = _last(entries), _last(_stored())
    return {fact.name: _found(fact, yours.get(fact.id), ours) for fact in facts}


def _stored() -> list[Entry]:
    file = reference_run_path() / "logbook.jsonl"
    if not file.exists():
        return []
    # It is only looked at: a Logbook would open it for writing, and may not everywhere.
    return [json.loads(line) for line in file.read_text(encoding="utf-8").splitlines()]


def _last(entries: Iterable[Entry]) -> dict[str, Entry]:
    return {one["id"]: one for one in entries if one.get("kind") == "measured"}


def _found(fact: Fact, own: Entry | None, ours: dict[str, Entry]) -> Measured:
    because = f"run {fact.lesson}"
    if own is not None:
        value = own.get("value")
        if _sensible(fact, value):
            return _of(fact, own, yours=True)
        because = f"your {fact.id} says {value!r}, which cannot be"
    if fact.id not in ours or not _sensible(fact, ours[fact.id].get("value")):
        raise LabError(
            f"the stored run has no {fact.id}: get reference_run/logbook.jsonl back, or run lesson {fact.lesson}"
        )
    return _of(fact, ours[fact.id], yours=False, because=because)


def _sensible(fact: Fact, value: Any) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool) and fact.low <= value <= fact.high


def _of(fact: Fact, entry: Entry, *, yours: bool, because: str = "") -> Measured:
    value = float(entry["value"])
    low, high = (entry.get(end, value) for end in ("low", "high"))
    where = entry.get("machine")
    elsewhere = _named(where) if isinstance(where, dict) and _named(where) != _named(machine()) else ""
    return Measured(fact, value, float(low), float(high), yours, elsewhere, because)


def _named(where: Mapping[str, Any]) -> str:
    """A machine by its processors: another Python does not make another machine of it."""
    return f"{where.get('cpus', 'some')} × {where.get('model', 'unknown')}"
