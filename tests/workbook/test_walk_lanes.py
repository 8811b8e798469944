"""Two chapters are walked at a time, and what is true of one walk is true of both."""

import io
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from rich.console import Console

from tests.workbook.samples import book_with, lesson_with
from tests.workbook.waiting import LONG, until
from workbook.book import Book
from workbook.library import load
from workbook.walk import lanes
from workbook.walk.leftovers import marked
from workbook.walk.lesson import LessonRun
from workbook.walk.report import walk_all
from workbook.walk.store import Reference
from workbook.walk.telling import InALog

pytestmark = pytest.mark.live

# A cell that leaves a note, and waits for another one.
WAITING = """
import pathlib, time
folder, deadline = pathlib.Path({folder!r}), time.monotonic() + {seconds}
(folder / {mine!r}).touch()
while not (folder / {other!r}).exists():
    assert time.monotonic() < deadline, "nobody else is there"
    time.sleep(0.05)
"""


def lesson(source: str) -> str:
    return lesson_with(f"```{{code-cell}}\n:name: cell\n{source}\n```\n")


def waiting(folder: Path, mine: str, other: str) -> str:
    return lesson(WAITING.format(folder=str(folder), mine=mine, other=other, seconds=LONG))


def walked(book: Book, *, at_once: int = 2) -> tuple[list[LessonRun], str]:
    """The runs of all lessons, and what was said meanwhile."""
    out = io.StringIO()
    lessons = [load(book, path) for path in book.paths()]
    return walk_all(book, lessons, Console(file=out, width=100), at_once=at_once), out.getvalue()


def test_two_chapters_are_walked_at_the_same_time_and_told_in_the_order_of_the_book(tmp_path: Path) -> None:
    book = book_with(tmp_path, waiting(tmp_path, "one", "two"))
    book_with(tmp_path, waiting(tmp_path, "two", "one"), path="2_split/1_next")

    runs, said = walked(book)

    assert [(run.lesson.id, run.run.failure) for run in runs] == [("1.1", ""), ("2.1", "")]
    assert sorted(line.split(": ")[0][:3] for line in said.splitlines()) == ["1.1", "2.1"]


def test_the_chapter_that_took_longest_begins_first(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    began = "import pathlib, time\npathlib.Path({file!r}).write_text(str(time.monotonic()))"
    book = book_with(tmp_path, lesson(began.format(file=str(tmp_path / "short"))))
    book_with(tmp_path, lesson(began.format(file=str(tmp_path / "long"))), path="2_split/1_next")
    monkeypatch.setattr(Reference, "seconds", property(lambda stored: int(stored.lesson.id[0])))

    lanes.side_by_side(
        book, [[load(book, path)] for path in book.paths()], InALog(Console(file=io.StringIO())), at_once=1
    )

    assert float((tmp_path / "long").read_text()) < float((tmp_path / "short").read_text())


def test_lessons_of_a_chapter_are_walked_one_after_the_other_on_the_same_stages(tmp_path: Path) -> None:
    where = "import os, pathlib\npathlib.Path({file!r}).write_text(os.environ['STAGES_STATE'])"
    book = book_with(tmp_path, lesson(where.format(file=str(tmp_path / "first"))))
    book_with(tmp_path, lesson(where.format(file=str(tmp_path / "second"))), path="1_monolith/2_next")
    book_with(tmp_path, lesson(where.format(file=str(tmp_path / "other"))), path="2_split/1_next")

    walked(book)

    first, second, other = ((tmp_path / name).read_text() for name in ("first", "second", "other"))
    assert first == second != other
    assert not Path(first).exists()


def test_a_lesson_that_fails_keeps_no_other_from_being_walked(tmp_path: Path) -> None:
    book = book_with(tmp_path, lesson("1 / 0"))
    book_with(tmp_path, lesson("x = 1"), path="1_monolith/2_next")
    book_with(tmp_path, lesson("y = 1"), path="2_split/1_next")

    runs, said = walked(book)

    assert [run.run.passed for run in runs] == [False, True, True]
    assert "1.1 A title: FAILED" in said
    assert "ZeroDivisionError" in runs[0].run.failure


@pytest.mark.parametrize("stop", [signal.SIGINT, pytest.param(signal.SIGTERM, marks=pytest.mark.full)])
def test_both_end_when_the_walk_is_stopped(tmp_path: Path, stop: signal.Signals) -> None:
    book_with(tmp_path, waiting(tmp_path, "one", "never"))
    book_with(tmp_path, waiting(tmp_path, "two", "never"), path="2_split/1_next")
    walker = subprocess.Popen([sys.executable, "-c", WALKER, str(tmp_path)], stderr=subprocess.PIPE, text=True)
    until(lambda: (tmp_path / "one").exists() and (tmp_path / "two").exists())
    events = [str(folder / "events.jsonl") for folder in (tmp_path / "build/walk").iterdir()]

    os.kill(walker.pid, stop)
    _, complaints = walker.communicate(timeout=LONG)

    assert walker.returncode != 0
    assert len(events) == 2
    assert [marked("LAB_WALK", file) for file in events] == [[], []]
    assert "lanes.py" not in complaints.partition("KeyboardInterrupt")[2]  # the lanes say nothing of their own


WALKER = """
import pathlib, sys
from rich.console import Console
from workbook.book import Book
from workbook.library import load
from workbook.walk.report import walk_all
from workbook.walk.store import Reference
from workbook.walk.telling import InALog
from workbook.walk.stopping import stoppable

if __name__ == "__main__":
    book = Book(pathlib.Path(sys.argv[1]))
    with stoppable():
        walk_all(book, [load(book, path) for path in book.paths()], Console(stderr=True), at_once=2)
"""
