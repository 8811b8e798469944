"""Predicting: a number is written down before it is measured."""

import math
import re
from collections.abc import Iterable
from html import escape
from itertools import takewhile
from typing import Any

from lab import walk
from lab.book.entries import Entry, Logbook
from lab.display import Shown, with_unit
from lab.errors import LabError
from lab.where import logbook_path


class Prediction(Shown):
    """A number written down before it was measured. Being wrong is allowed; looking first is not."""

    def __init__(self, id: str, value: Any, *, known: float | None = None, unit: str = "") -> None:
        self.id = id
        self.value = value
        self._known = None if known is None else with_unit(known, unit)

    def text(self) -> str:
        line = f"{self.id}: you predict {self.value}."
        return line if self._known is None else f"{line} (This machine has already said {self._known}.)"

    def html(self) -> str:
        return f'<p class="lab-note">{escape(self.text())}</p>'


def predict(id: str, value: Any) -> Prediction:
    """Write a prediction in the logbook, before the number is shown: `lab.predict("1.2-ninja", "2x")`.

    `value` is a number or a few words with one: "2x", "about 300 ms".
    """
    if value is ... or value is None or value == "":
        raise LabError(f"{id} has no prediction yet: put a number in place of the dots; a wild guess is welcome")
    written = value if isinstance(value, int | float | str) else str(value)
    book = Logbook(logbook_path())
    earlier = [entry for entry in book.entries() if entry["kind"] == "measured" and entry["id"] == id]
    book.append("predicted", id, value=written, number=number_in(written))
    walk.note("prediction", id)
    known = earlier[-1] if earlier else None
    return Prediction(id, written, known=known["value"] if known else None, unit=known.get("unit", "") if known else "")


def standing_prediction(entries: Iterable[Entry]) -> Entry | None:
    """Of one id's entries the prediction that counts: the last one made before anything was measured."""
    before = takewhile(lambda entry: entry["kind"] != "measured", entries)
    return next((entry for entry in reversed(list(before)) if entry["kind"] == "predicted"), None)


def number_in(value: Any) -> float | None:
    """The number in a prediction such as "about 1,200 ms", or None."""
    if isinstance(value, bool):
        return None
    if isinstance(value, int | float):
        return float(value) if math.isfinite(value) else None
    match = re.search(r"-?\d[\d,]*(\.\d+)?", str(value))
    return float(match[0].replace(",", "")) if match else None
