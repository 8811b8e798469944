"""A lesson that would crash without an engine is refused before anybody has to miss the engine."""

from pathlib import Path

import pytest

from tests.workbook.samples import PATH, SAMPLE, book_with, lesson_with
from workbook.errors import BookError
from workbook.lesson import Lesson
from workbook.library import load


def lesson(root: Path, *sources: str) -> Lesson:
    """A lesson of cells named cell-1, cell-2, ..."""
    cells = [f"```{{code-cell}}\n:name: cell-{number}\n{source}\n```\n" for number, source in enumerate(sources, 1)]
    return load(book_with(root, lesson_with("\n".join(cells))), PATH)


def complaint(root: Path, *sources: str) -> str:
    with pytest.raises(BookError) as error:
        lesson(root, *sources)
    return str(error.value).removeprefix(f"chapters/{PATH}.md: ")


def test_a_cell_says_what_it_needs(tmp_path: Path) -> None:
    loaded = lesson(tmp_path, "%%needs nginx redis\nx = 1", "%%needs redis\nx = 2", "y = 1")

    assert [cell.engines for cell in loaded.code] == [["nginx", "redis"], ["redis"], []]
    assert loaded.engines == ["nginx", "redis"]


def test_the_line_is_not_counted_and_another_magic_may_follow(tmp_path: Path) -> None:
    fifteen = "\n".join(f"x{number} = {number}" for number in range(15))

    lesson(tmp_path, f"%%needs nginx\n{fifteen}", "%%needs nginx\n\n%%writefile a.txt\nnot Python at all")


@pytest.mark.parametrize(
    ("source", "says"),
    [
        ("%%needs ngnix\nx = 1", "cell cell-1: %%needs ngnix: there is no such engine; there are: nginx, postgresql, "),
        ("%%needs\nx = 1", "cell cell-1: %%needs names no engine; write, for example, %%needs nginx"),
        ("%%needs nginx", "cell cell-1: no code"),
        ("# first\n%%needs nginx\nx = 1", "cell cell-1: %%needs has to be the first line of a cell"),
    ],
)
def test_a_line_that_says_nothing_is_refused(tmp_path: Path, source: str, says: str) -> None:
    assert complaint(tmp_path, source).startswith(says)


def test_two_cells_whose_stored_outputs_nobody_could_tell_apart_are_refused(tmp_path: Path) -> None:
    assert "cell cell-2: another cell has the same %%needs and the same code" in complaint(
        tmp_path, "%%needs nginx\nprint(1)", "%%needs nginx\nprint(1)"
    )


@pytest.mark.parametrize(
    "uses",
    [
        "web.get('/')",
        "print([web for _ in range(2)])",
        "def later():\n    return web",
        "with web as it:\n    pass",
        "!echo {web}\nweb",
        "await web",
        "class Mine:\n    its = web",
    ],
)
def test_what_only_a_cell_with_an_engine_defines_is_not_used_without_it(tmp_path: Path, uses: str) -> None:
    assert complaint(tmp_path, "%%needs nginx\nweb = 1", uses) == (
        "cell cell-2: uses web, which is not there without nginx; begin this cell with '%%needs nginx'"
    )


@pytest.mark.parametrize(
    "defines", ["import web", "def web(): pass", "for web in []: pass", "with open('a') as web: pass"]
)
def test_there_are_many_ways_to_define_a_name(tmp_path: Path, defines: str) -> None:
    assert "cell cell-2: uses web," in complaint(tmp_path, f"%%needs nginx\n{defines}", "web")


def test_a_cell_needs_all_that_its_names_need(tmp_path: Path) -> None:
    assert (
        "uses shared, which is not there without nginx redis; begin this cell with '%%needs nginx redis'"
        in complaint(tmp_path, "%%needs redis\nshared = 1", "%%needs nginx\nprint(shared)")
    )


@pytest.mark.parametrize(
    "rest",
    [
        ["%%needs nginx redis\nprint(web)"],  # needs more
        ["web = 2", "print(web)"],  # defined anew, for everyone
        ["def f(web):\n    return web"],  # a name of its own
        ["web = 2\nprint(web)"],
        ["print(other)"],  # defined nowhere: somebody else's business
    ],
)
def test_what_is_there_without_the_engine_may_be_used(tmp_path: Path, rest: list[str]) -> None:
    lesson(tmp_path, "%%needs nginx\nweb = 1", *rest)


def test_a_name_that_was_there_before_stays_there(tmp_path: Path) -> None:
    lesson(tmp_path, "web = None", "%%needs nginx\nweb = 1", "print(web)")


@pytest.mark.parametrize(
    "cell", ["import json, os", "def double(number):\n    # Return", "def double(number):\n    return 3"]
)
def test_an_exercise_and_all_it_takes_do_without_engines(tmp_path: Path, cell: str) -> None:
    needy = SAMPLE.replace(cell, f"%%needs nginx\n{cell}")

    with pytest.raises(BookError, match="needs nginx, but the exercise double must do without"):
        load(book_with(tmp_path, needy), PATH)
