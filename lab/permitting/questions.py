"""How often a permitter was asked, by its own log."""

import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any
from uuid import uuid4

from lab.errors import LabError
from lab.running.stages import Stage
from lab.where import ROOT

QUESTIONS = {"api/permitter/permits", "api/permitter/decisions"}
SECONDS = 10.0
"""Within these a line is in the log: it goes through a pipe, and supervisord writes it."""


def count_questions(stage: Stage, work: Callable[[], Any]) -> int:
    """Do `work`, and return how many questions the permitter has answered meanwhile.

    Before and after it, the permitter is sent a request whose id we know. Its lines are in order, so what lies between
    those two is what happened in between. Raises LabError where they do not show up.
    """
    from clever.runner.places import StageFolder

    log = StageFolder.of(stage.name, ROOT).logs / "permitter.log"
    first = _mark(stage, log)
    work()
    last = _mark(stage, log)
    return between(list(_lines(log)), first, last)


def between(lines: list[dict[str, Any]], first: str, last: str) -> int:
    """The questions between two marks. A request that was refused is none: the marks themselves are refused."""
    ids = [line.get("request_id") for line in lines]
    if first not in ids or last not in ids:
        raise LabError("the permitter's log does not hold what it held a moment ago: run the cell again")
    inside = lines[ids.index(first) : ids.index(last)]
    return sum(line.get("route") in QUESTIONS and line.get("status") == 200 for line in inside)


def _mark(stage: Stage, log: Path) -> str:
    """Send the permitter a request with an id of our own, and wait until it is in the log. Returns the id."""
    mark = uuid4().hex
    stage.request("POST", "/api/permitter/permits", json={}, headers={"X-Request-Id": mark})
    deadline = time.monotonic() + SECONDS
    while not any(line.get("request_id") == mark for line in _lines(log)):
        if time.monotonic() > deadline:
            raise LabError(f"the permitter has not logged a request within {SECONDS:g} s: is LOG_LEVEL above INFO?")
        time.sleep(0.02)
    return mark


def _lines(log: Path) -> Iterator[dict[str, Any]]:
    from clever.runner.logs import fields_of

    text = log.read_text(encoding="utf-8", errors="replace") if log.exists() else ""
    for line in text.splitlines():
        fields = fields_of(line)
        if fields is not None and fields.get("route"):
            yield fields
