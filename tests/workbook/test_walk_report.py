"""Whoever waits for a walk sees how far it is, on a terminal and in a log."""

import io
from pathlib import Path

import pytest
from rich.console import Console

from tests.workbook.samples import SAMPLE, book_with
from workbook.library import load
from workbook.walk import report
from workbook.walk.events import Events
from workbook.walk.lesson import LessonRun
from workbook.walk.outcome import NotebookRun


def walk_two(root: Path, monkeypatch: pytest.MonkeyPatch, *, terminal: bool) -> tuple[list[str], str]:
    """What stands on the console as each lesson begins, and at the end. The second lesson fails."""
    book = book_with(root, SAMPLE)
    book_with(root, SAMPLE, path="1_monolith/2_next")
    out = io.StringIO()
    console = Console(file=out, force_terminal=terminal, width=100, color_system=None)
    seen = []

    def walk(book, lesson, *, on_cell=lambda name: None) -> LessonRun:
        on_cell("the-sum")
        seen.append(out.getvalue())
        failure = "cell the-sum: no" if lesson.id == "1.2" else ""
        run = NotebookRun(Events(root / "events"), seconds=1.2, failure=failure)
        return LessonRun(lesson, run, notebook=None, folder=root)

    monkeypatch.setattr(report, "walk", walk)
    report.walk_all(book, [load(book, path) for path in book.paths()], console)
    return seen, out.getvalue()


def test_a_log_gets_a_line_as_each_lesson_ends(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    seen, whole = walk_two(tmp_path, monkeypatch, terminal=False)

    assert seen == ["", "1.1 A sample lesson: walked, 1 s\n"]
    assert whole.splitlines() == ["1.1 A sample lesson: walked, 1 s", "1.2 A sample lesson: FAILED, 1 s"]


def test_a_terminal_sees_what_is_walked_and_what_waits(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    _, whole = walk_two(tmp_path, monkeypatch, terminal=True)

    last = [line for line in whole.splitlines() if "A sample lesson" in line][-2:]
    assert "waiting" in whole
    assert "1.1 A sample lesson" in last[0]
    assert "walked" in last[0]
    assert "FAILED" in last[1]
