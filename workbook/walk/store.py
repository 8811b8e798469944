"""Keep a walk as the reference run: its outputs and its logbook, fit to be committed."""

import datetime
import json
from pathlib import Path
from typing import Any

import nbformat
from nbformat import NotebookNode

from workbook.book import Book, lesson_order
from workbook.errors import BookError
from workbook.lesson import Lesson, digest
from workbook.notebook import to_text
from workbook.walk.lesson import LessonRun
from workbook.walk.scrub import Scrubber
from workbook.walk.table import cells_not_run


def store(book: Book, run: LessonRun) -> Path:
    """Renew one lesson's part of the reference run. Returns the notebook's file.

    Raises BookError if some cells were not run for want of an engine: their outputs would be lost.
    """
    if run.run.not_run:
        raise BookError(f"lesson {run.lesson.id} is not stored: {cells_not_run([run])}")
    scrubber = Scrubber.of_this_machine(book, run.folder)
    kept = scrubber.notebook(run.notebook)
    kept.metadata["language_info"] = {"name": "python"}
    kept.metadata["reference_run"] = {
        "code": run.lesson.code_hash(),
        "on": datetime.datetime.now(datetime.UTC).date().isoformat(),
        "seconds": round(run.run.seconds),
    }
    file = book.reference_run / f"{run.lesson.path}.ipynb"
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(to_text(kept), encoding="utf-8", newline="\n")
    _store_logbook(book, run, scrubber)
    return file


def _store_logbook(book: Book, run: LessonRun, scrubber: Scrubber) -> None:
    """Replace this lesson's lines in the common logbook; the other lessons' lines stay."""
    file = book.reference_run / "logbook.jsonl"
    lines = _lines(file)
    fresh = [{"lesson": run.lesson.path} | json.loads(scrubber.text(json.dumps(each))) for each in _lines(run.logbook)]
    kept = [each for each in lines if each["lesson"] != run.lesson.path] + fresh
    kept.sort(key=lambda each: lesson_order(each["lesson"]))
    file.write_text("".join(json.dumps(each, ensure_ascii=False) + "\n" for each in kept), encoding="utf-8")


def _lines(file: Path) -> list[dict[str, Any]]:
    if not file.exists():
        return []
    return [json.loads(line) for line in file.read_text(encoding="utf-8").splitlines() if line.strip()]


class Reference:
    """The stored run of one lesson, as the site asks for it."""

    def __init__(self, lesson: Lesson, stored: NotebookNode | None) -> None:
        self.lesson = lesson
        self._cells = {cell.metadata.get("name"): cell for cell in stored.cells} if stored else {}
        self._about = stored.metadata.get("reference_run", {}) if stored else {}

    @classmethod
    def load(cls, book: Book, lesson: Lesson) -> "Reference":
        file = book.reference_run / f"{lesson.path}.ipynb"
        return cls(lesson, nbformat.read(file, as_version=4) if file.exists() else None)

    @property
    def exists(self) -> bool:
        return bool(self._cells)

    @property
    def is_current(self) -> bool:
        """True if the lesson's code is the code that was run."""
        return self._about.get("code") == self.lesson.code_hash()

    @property
    def on(self) -> str:
        """The day of the run, such as 2026-11-24."""
        return self._about.get("on", "")

    @property
    def seconds(self) -> int:
        """How long the run took; 0 where there is none."""
        return int(self._about.get("seconds", 0))

    def showed_nothing(self, name: str) -> bool:
        """True if the run had this cell and it put out nothing, whatever its code was then."""
        return name in self._cells and not self._cells[name].outputs

    def outputs(self, name: str, source: str) -> list[NotebookNode] | None:
        """What a cell put out; None if the run had no such cell, or had it with other code."""
        cell = self._cells.get(name)
        if cell is None or digest(cell.source) != digest(source):
            return None
        return cell.outputs
