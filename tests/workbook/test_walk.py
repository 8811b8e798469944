"""A walk executes a lesson as a learner would, reports what the lab reported, and leaves nothing running."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import psutil
import pytest

from tests.workbook.samples import PATH, SAMPLE, book_with, lesson_with
from tests.workbook.waiting import until
from workbook.book import Book
from workbook.library import load
from workbook.walk import table
from workbook.walk.leftovers import marked
from workbook.walk.lesson import LessonRun, walk

pytestmark = pytest.mark.live


def walked(book: Book) -> LessonRun:
    return walk(book, load(book, PATH))


def cells(*sources: str) -> str:
    """A lesson of plain cells named cell-1, cell-2, ..."""
    return lesson_with(
        "\n".join(
            f"```{{code-cell}}\n:name: cell-{number}\n{source}\n```\n" for number, source in enumerate(sources, 1)
        )
    )


def test_a_lesson_that_runs_is_counted_and_forgotten(book: Book) -> None:
    seen: list[str] = []

    run = walk(book, load(book, PATH), on_cell=seen.append)

    assert run.run.passed
    assert (table.checks_passed(run), table.claims_measured(run)) == (1, 0)
    assert seen == ["stand-in-lab", "double", "the-sum"]
    assert "sum: 42" in run.file.read_text()
    run.forget()
    assert not run.folder.exists()


def test_what_was_measured_is_in_the_json_with_what_was_claimed(tmp_path: Path) -> None:
    cell = "import lab\nlab.record('1.1-rows', 3, 'rows')\nlab.claim('1.1-ratio', 1.5, at_least=1.2)"
    book = book_with(tmp_path, cells(cell))

    [lesson] = table.as_json([walked(book)])["lessons"]

    assert lesson["measured"] == [
        {"id": "1.1-rows", "measured": 3.0, "unit": "rows"},
        {"id": "1.1-ratio", "measured": 1.5, "unit": "x", "claimed": "at_least 1.2", "passed": True},
    ]


def test_a_failing_cell_is_named_and_the_executed_notebook_is_kept(tmp_path: Path) -> None:
    book = book_with(tmp_path, cells("x = 1", "print('so far')\n1 / 0", "open('never', 'w')"))

    run = walked(book)

    assert table.failure(book, run) == (
        f"lesson 1.1: cell cell-2: ZeroDivisionError: division by zero "
        f"(executed notebook: {run.file.relative_to(tmp_path)})"
    )
    assert "so far" in run.file.read_text()
    assert not (run.folder / "never").exists()
    assert table.as_json([run])["passed"] is False


def test_a_cell_past_its_time_limit_fails_the_walk(tmp_path: Path) -> None:
    endless = cells("while True: pass").replace(":name: cell-1", ":name: cell-1\n:timeout: 1")

    run = walked(book_with(tmp_path, endless))

    assert run.run.failure.startswith("cell cell-1: took longer than its time limit")


def test_a_kernel_that_dies_fails_the_walk(tmp_path: Path) -> None:
    run = walked(book_with(tmp_path, cells("import os, signal\nos.kill(os.getpid(), signal.SIGKILL)")))

    assert run.run.failure == "cell cell-1: the kernel died"


def test_what_a_lesson_starts_and_forgets_is_ended(tmp_path: Path) -> None:
    """Also a process that has left its parent, its group and its session."""
    detached = "import subprocess\nsubprocess.Popen(['sleep', '300'], start_new_session=True)"

    run = walked(book_with(tmp_path, cells(detached)))

    assert run.run.passed
    assert marked("LAB_WALK", str(run.run.events.file)) == []


def test_a_lesson_has_a_folder_and_a_logbook_of_its_own(tmp_path: Path) -> None:
    run = walked(book_with(tmp_path, cells("import os\nopen(os.environ['LAB_LOGBOOK'], 'w').write(os.getcwd())")))

    assert run.logbook.read_text() == str(run.folder)


@pytest.mark.parametrize("stop", [signal.SIGINT, pytest.param(signal.SIGTERM, marks=pytest.mark.full)])
def test_a_walk_that_is_stopped_leaves_nothing_running(tmp_path: Path, stop: signal.Signals) -> None:
    started = tmp_path / "started"
    waiting = f"import subprocess, pathlib\npathlib.Path({str(started)!r}).touch()\nsubprocess.run(['sleep', '300'])"
    book_with(tmp_path, cells(waiting))
    walker = subprocess.Popen([sys.executable, "-c", WALKER, str(tmp_path)], stderr=subprocess.DEVNULL)
    until(started.exists)
    events = next((tmp_path / "build/walk").glob("1.1-*")) / "events.jsonl"
    assert marked("LAB_WALK", str(events))

    os.kill(walker.pid, stop)

    assert walker.wait(timeout=120) != 0
    assert marked("LAB_WALK", str(events)) == []
    assert not psutil.pid_exists(walker.pid)


WALKER = f"""
import pathlib, sys
from workbook.book import Book
from workbook.library import load
from workbook.walk.lesson import walk

book = Book(pathlib.Path(sys.argv[1]))
walk(book, load(book, {PATH!r}))
"""


def test_a_check_that_fails_is_not_counted(tmp_path: Path) -> None:
    run = walked(book_with(tmp_path, SAMPLE.replace("return 2 * number", "return number")))

    assert run.run.failure == "cell double: ValueError: two doubled is four"
    assert table.checks_passed(run) == 0
