"""A lesson whose engine is missing goes on: it says so, shows the reference run, and the walk succeeds."""

import os
import stat
from pathlib import Path

import pytest

from clever.runner.engines import programs
from clever.runner.errors import StageError
from tests.workbook.samples import PATH, book_with, lesson_with
from workbook.book import Book
from workbook.errors import BookError
from workbook.library import load
from workbook.walk import table
from workbook.walk.absence import demand_all, without
from workbook.walk.lesson import LessonRun, walk
from workbook.walk.store import store

LESSON = lesson_with("""\
```{code-cell}
:name: tools

import lab
```

```{code-cell}
:name: behind-nginx

%%needs nginx

import asyncio
await asyncio.sleep(0)
print("measured")
lab.claim("1.1-nginx", 2.0, at_least=1.2)
```

```{code-cell}
:name: written-behind-nginx

%%needs nginx

%%writefile a.txt
hello
```

```{code-cell}
:name: fails-behind-nginx
:tags: [raises-exception]

%%needs nginx
1 / 0
```

```{code-cell}
:name: by-itself

print("goes on")
```
""")


@pytest.fixture
def book(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Book:
    """A lesson that needs nginx, on a machine that has one."""
    nginx = tmp_path / "bin/nginx"
    nginx.parent.mkdir()
    nginx.touch(mode=stat.S_IRWXU)
    monkeypatch.setenv("PATH", f"{nginx.parent}{os.pathsep}{os.environ['PATH']}")
    monkeypatch.delenv(programs.WITHOUT, raising=False)
    return book_with(tmp_path, LESSON)


def walked(book: Book) -> LessonRun:
    return walk(book, load(book, PATH))


def outputs(run: LessonRun, cell: str) -> str:
    [found] = [each for each in run.notebook.cells if each.id == cell]
    return "\n".join(each.get("text") or "".join(each.data["text/plain"]) for each in found.outputs)


@pytest.mark.live
def test_with_the_engine_everything_runs_as_without_the_line(book: Book) -> None:
    run = walked(book)

    assert run.run.passed
    assert run.run.not_run == []
    assert table.claims_measured(run) == 1
    assert outputs(run, "behind-nginx").startswith("measured\n")
    assert (run.folder / "a.txt").read_text() == "hello\n"
    assert "ZeroDivisionError" in next(cell.error for cell in run.run.cells if cell.name == "fails-behind-nginx")


@pytest.mark.live
def test_without_it_the_stored_run_is_shown_and_the_walk_goes_on(book: Book) -> None:
    store(book, walked(book))

    with without(["nginx"]):
        run = walked(book)

    assert run.run.passed
    shown = outputs(run, "behind-nginx")
    assert shown.startswith("Not run: nginx is missing here.")
    assert "Not measured on your machine" in shown
    assert "measured\n" in shown
    assert "1.1-nginx: measured 2x" in shown
    assert "ZeroDivisionError" in outputs(run, "fails-behind-nginx")
    assert outputs(run, "by-itself") == "goes on\n"
    assert not (run.folder / "a.txt").exists()


@pytest.mark.live
def test_what_was_not_run_is_reported_and_proves_nothing(book: Book) -> None:
    with without(["nginx"]):
        run = walked(book)

    assert "has no such cell" in outputs(run, "behind-nginx")  # nothing was stored
    assert table.claims_measured(run) == 0
    assert table.cells_not_run([run]) == "3 cells not run: nginx"
    assert [cell["missing"] for cell in table.as_json([run])["lessons"][0]["cells"]] == [
        [],
        ["nginx"],
        ["nginx"],
        ["nginx"],
        [],
    ]
    assert table.as_json([run])["not_run"] == "3 cells not run: nginx"
    with pytest.raises(BookError, match=r"lesson 1.1 is not stored: 3 cells not run: nginx"):
        store(book, run)


def test_a_lesson_that_would_not_run_whole_is_not_begun_for_storing(book: Book) -> None:
    lesson = load(book, PATH)
    demand_all([lesson])

    with without(["nginx"]), pytest.raises(BookError, match=r"lesson 1.1 cannot be stored without nginx"):
        demand_all([lesson])


def test_pretending_ends_with_the_block_and_adds_to_what_was_pretended(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(programs.WITHOUT, "redis")

    with without(["nginx", "redis"]):
        assert programs.absent() == ["redis", "nginx"]

    assert programs.absent() == ["redis"]


def test_an_engine_that_nobody_knows_cannot_be_missing() -> None:
    with pytest.raises(StageError, match="there is no engine 'ngnix'; there are: nginx, "), without(["ngnix"]):
        pass
