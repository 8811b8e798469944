"""How a walk is reported: a table for people, JSON for machines."""

from typing import Any

from rich.table import Table

from workbook.book import Book
from workbook.walk.events import Event
from workbook.walk.lesson import LessonRun


def table(runs: list[LessonRun]) -> Table:
    """A row a lesson. The numbers are what the lab reported, not what the lesson promises."""
    made = Table(show_edge=False)
    made.add_column("lesson")
    for heading in ("seconds", "checks passed", "claims measured"):
        made.add_column(heading, justify="right")
    made.add_column("")
    for each in runs:
        made.add_row(
            f"{each.lesson.id} {each.lesson.title}",
            f"{each.run.seconds:.1f}",
            str(checks_passed(each)),
            str(claims_measured(each)),
            outcome(each),
        )
    return made


def outcome(run: LessonRun) -> str:
    """How it ended, in a few words: `walked, 3 cells not run: nginx`."""
    return ", ".join(["walked" if run.run.passed else "FAILED", *([cells_not_run([run])] if run.run.not_run else [])])


def cells_not_run(runs: list[LessonRun]) -> str:
    """How many cells were not run, and for want of what: `3 cells not run: nginx`. Empty if all were run."""
    cells = [cell for each in runs for cell in each.run.not_run]
    engines = dict.fromkeys(engine for cell in cells for engine in cell.missing)
    return f"{len(cells)} cell{'s' * (len(cells) != 1)} not run: {', '.join(engines)}" if cells else ""


def checks_passed(run: LessonRun) -> int:
    return run.run.count("check")


def claims_measured(run: LessonRun) -> int:
    """Claims that held, and measurements that were recorded in the logbook."""
    return run.run.count("claim", "record")


def failure(book: Book, run: LessonRun) -> str:
    """One line: the lesson, the cell, the error, and where to look."""
    return f"lesson {run.lesson.id}: {run.run.failure} (executed notebook: {run.file.relative_to(book.root)})"


def as_json(runs: list[LessonRun]) -> dict[str, Any]:
    return {
        "passed": all(each.run.passed for each in runs),
        "not_run": cells_not_run(runs),
        "lessons": [_lesson(each) for each in runs],
    }


def _lesson(run: LessonRun) -> dict[str, Any]:
    return {
        "id": run.lesson.id,
        "path": run.lesson.path,
        "title": run.lesson.title,
        "seconds": round(run.run.seconds, 2),
        "passed": run.run.passed,
        "checks_passed": checks_passed(run),
        "claims_measured": claims_measured(run),
        "failure": run.run.failure,
        "measured": [_measured(event) for cell in run.run.cells for event in cell.events if "measured" in event],
        "cells": [
            {"name": cell.name, "seconds": round(cell.seconds, 3), "missing": cell.missing} for cell in run.run.cells
        ],
    }


def _measured(event: Event) -> dict[str, Any]:
    """A claim or a record: its id and figure; for a claim, what was claimed and whether it held."""
    return {key: event[key] for key in ("id", "measured", "unit", "claimed", "passed") if event.get(key) is not None}
