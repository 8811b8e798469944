"""Predicting, recording, claiming."""

import math
import re
from collections.abc import Iterable
from html import escape
from itertools import takewhile
from typing import Any

from lab import walk
from lab.book.entries import Entry, Logbook
from lab.book.machine import machine
from lab.display import Shown, with_unit
from lab.errors import LabError
from lab.measure.spread import Spread, as_spread, clearly_more
from lab.where import logbook_path

LEAST_FACTOR = 1.2
"""A smaller factor than this is not told apart from a machine's moods."""


class ClaimFailed(LabError):
    """Under a walk: what the lesson claims did not show on this machine."""


class Claim(Shown):
    """Something measured, held against what was predicted, and against what the lesson claims, if it claims."""

    def __init__(
        self,
        id: str,
        measured: float,
        unit: str,
        *,
        predicted: Any = None,
        holds: bool | None = None,
        because: str = "",
    ) -> None:
        self.id = id
        self.measured = measured
        self.unit = unit
        self.predicted = predicted
        self.holds = holds
        self.because = because

    def __bool__(self) -> bool:
        """False only for a claim that was judged and does not hold."""
        return self.holds is not False

    def text(self) -> str:
        return "\n".join(self._lines())

    def html(self) -> str:
        kind = {True: " lab-passed", False: " lab-failed", None: ""}[self.holds]
        return f'<div class="lab-verdict{kind}">{"".join(f"<p>{escape(line)}</p>" for line in self._lines())}</div>'

    def _lines(self) -> list[str]:
        said = with_unit(float(self.measured), self.unit)
        if isinstance(self.measured, Spread):
            said += f" ({with_unit(self.measured.low, self.unit)} to {with_unit(self.measured.high, self.unit)})"
        before = f" You predicted {self.predicted}." if self.predicted is not None else ""
        lines = [f"{self.id}: measured {said}.{before}"]
        return [*lines, self.because] if self.because else lines


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


def record(id: str, measured: float, unit: str = "x") -> Claim:
    """Write what this machine measured in the logbook, and show it beside the prediction.

    `measured` is a number, or a Spread as `lab.compare(...).ratio(...)` gives; `unit` "x" is a factor.
    """
    found = _write(id, measured, unit)
    walk.note("record", id, measured=float(measured), unit=unit)
    return found


def claim(
    id: str,
    measured: float,
    unit: str = "x",
    *,
    at_least: float | None = None,
    at_most: float | None = None,
    more_than: float | None = None,
    less_than: float | None = None,
) -> Claim:
    """Record a measurement, and say whether it shows what the lesson claims. Directions are claimed, never figures.

    `at_least` and `at_most` hold a factor against a factor: 1.2 and above, or 1/1.2 and below. `more_than` and
    `less_than` hold a measurement against another: it must differ by the factor 1.2, or lie outside the other's spread.
    Give exactly one of the four. A reader is told; a walk stops with ClaimFailed.
    """
    given = {"at_least": at_least, "at_most": at_most, "more_than": more_than, "less_than": less_than}
    named = [name for name, bound in given.items() if bound is not None]
    if len(named) != 1:
        raise LabError(f"the claim {id} needs exactly one of {', '.join(given)}: it has {', '.join(named) or 'none'}")
    [way] = named
    bound = given[way] or 0.0
    holds, said = _judge(way, measured, bound, unit)
    found = _write(id, measured, unit)
    found.holds = holds
    found.because = f"The claim holds: {said}." if holds else f"Not on this machine, this time: it was claimed {said}."
    walk.note("claim", id, passed=holds, measured=float(measured), unit=unit, claimed=f"{way} {float(bound):g}")
    if not holds and walk.walking():
        raise ClaimFailed(f"claim {id} does not hold: measured {with_unit(float(measured), unit)}, claimed {said}")
    return found


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


def _judge(way: str, measured: float, bound: float, unit: str) -> tuple[bool, str]:
    if way == "at_least":
        if bound < LEAST_FACTOR:
            raise LabError(f"at_least={bound:g} cannot be told from chance: claim a factor of {LEAST_FACTOR} or more")
        return float(measured) >= bound, f"at least {with_unit(bound, unit)}"
    if way == "at_most":
        if not 0 < bound <= 1 / LEAST_FACTOR:
            raise LabError(f"at_most={bound:g} cannot be told from chance: claim {1 / LEAST_FACTOR:.2f} or less")
        return float(measured) <= bound, f"at most {with_unit(bound, unit)}"
    if way == "more_than":
        return clearly_more(measured, bound, margin=LEAST_FACTOR), f"clearly more than {with_unit(float(bound), unit)}"
    return clearly_more(bound, measured, margin=LEAST_FACTOR), f"clearly less than {with_unit(float(bound), unit)}"


def _write(id: str, measured: float, unit: str) -> Claim:
    if isinstance(measured, bool) or not isinstance(measured, int | float) or not math.isfinite(measured):
        raise LabError(f"{id} was given {measured!r} to record: a measurement is a finite number")
    spread = as_spread(measured)
    book = Logbook(logbook_path())
    entries = [entry for entry in book.entries() if entry["id"] == id]
    book.append("measured", id, value=float(spread), low=spread.low, high=spread.high, unit=unit, machine=machine())
    predicted = standing_prediction(entries)
    return Claim(id, measured, unit, predicted=predicted["value"] if predicted else None)
