"""Sheets for tests rest on these measurements, and on nobody's logbook."""

from collections.abc import Callable

import pytest

import lab
from lab.book.machine import machine
from lab.worksheet.facts import FACTS

VALUES = {
    "machines": 8,
    "hop": 1.4,
    "memory": 3,
    "databases": 8,
    "in_order": 3,
    "alive_whole": 0,
    "alive_parted": 5,
    "stuck": 26.5,
    "drowned": 6,
    "limits": 17,
    "pipeline": 15,
}


def _measured() -> list[dict]:
    return [
        {"kind": "measured", "id": fact.id, "value": VALUES[fact.name], "unit": fact.unit, "machine": machine()}
        for fact in FACTS
    ]


@pytest.fixture
def entries() -> list[dict]:
    """A logbook in which everything has been measured, on this machine."""
    return _measured()


@pytest.fixture
def sheet(entries: list[dict]) -> Callable[..., lab.Worksheet]:
    """Fills in a sheet: `sheet(team=4)`."""
    return lambda **answers: lab.worksheet(entries=entries, **answers)


@pytest.fixture(scope="session")
def studio() -> lab.Worksheet:
    """Thirty people in four groups, whom one train and two bad evenings a month cost a lot."""
    answers = {"team": 30, "teams": 4, "on_call": 4, "peak": 60, "outages": 2, "outage": 60, "part": 10}
    return lab.worksheet(entries=_measured(), **answers)
