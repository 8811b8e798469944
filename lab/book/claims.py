"""Recording a measurement, and claiming what it shows."""

import math
from html import escape
from typing import Any

from lab import walk
from lab.book.entries import Logbook
from lab.book.judging import judge
from lab.book.machine import machine
from lab.book.predictions import standing_prediction
from lab.display import Shown, with_unit
from lab.errors import LabError
from lab.measure.spread import Spread, as_spread
from lab.where import logbook_path


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


def record(id: str, measured: float, unit: str = "x") -> Claim:
    """Write what this machine measured in the logbook, and show it beside the prediction.

    `measured` is a number, or a Spread as `lab.compare(...).ratio(...)` gives; `unit` "x" is a factor. A unit in
    parentheses, such as "(status)", says that the number is a name, which the logbook does not divide.
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
    holds, said = judge(way, measured, bound, unit)
    found = _write(id, measured, unit)
    found.holds = holds
    found.because = f"The claim holds: {said}." if holds else f"Not on this machine, this time: it was claimed {said}."
    walk.note("claim", id, passed=holds, measured=float(measured), unit=unit, claimed=f"{way} {float(bound):g}")
    if not holds and walk.walking():
        raise ClaimFailed(f"claim {id} does not hold: measured {with_unit(float(measured), unit)}, claimed {said}")
    return found


def _write(id: str, measured: float, unit: str) -> Claim:
    if isinstance(measured, bool) or not isinstance(measured, int | float) or not math.isfinite(measured):
        raise LabError(f"{id} was given {measured!r} to record: a measurement is a finite number")
    spread = as_spread(measured)
    book = Logbook(logbook_path())
    entries = [entry for entry in book.entries() if entry["id"] == id]
    book.append("measured", id, value=float(spread), low=spread.low, high=spread.high, unit=unit, machine=machine())
    predicted = standing_prediction(entries)
    return Claim(id, measured, unit, predicted=predicted["value"] if predicted else None)
