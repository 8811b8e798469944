"""A learner's copies are theirs."""

from pathlib import Path

import pytest

from tests.workbook.samples import PATH
from workbook import copies, jupyter, sync
from workbook.book import Book
from workbook.errors import BookError


@pytest.fixture
def learner(book: Book) -> Book:
    """A book whose notebooks a learner has copied, and has worked in."""
    sync.write(book)
    copies.copy_missing(book)
    mine(book).write_text("my work")
    return book


def mine(book: Book) -> Path:
    return book.work / f"{PATH}.ipynb"


def test_copies_are_made_in_both_languages(book: Book) -> None:
    sync.write(book)

    made = copies.copy_missing(book)

    assert made == [book.work / f"{PATH}.ipynb", book.work / f"ko/{PATH}.ipynb"]


def test_nothing_is_overwritten_and_what_is_missing_comes_back(learner: Book) -> None:
    (learner.work / f"ko/{PATH}.ipynb").unlink()

    assert copies.copy_missing(learner) == [learner.work / f"ko/{PATH}.ipynb"]
    assert mine(learner).read_text() == "my work"


def test_a_reset_lesson_is_fresh_and_the_old_one_is_kept(learner: Book) -> None:
    (kept,) = copies.reset(learner, PATH)

    assert kept.read_text() == "my work"
    assert mine(learner).read_bytes() == (learner.notebooks() / f"{PATH}.ipynb").read_bytes()


def test_two_resets_at_once_keep_both(learner: Book) -> None:
    first = copies.reset(learner, PATH)
    mine(learner).write_text("more work")

    second = copies.reset(learner, PATH)

    assert [each.read_text() for each in (*first, *second)] == ["my work", "more work"]


def test_resetting_an_untouched_lesson_keeps_nothing(book: Book) -> None:
    sync.write(book)
    copies.copy_missing(book)

    assert copies.reset(book, PATH) == []


def test_a_lesson_without_a_notebook_is_named(book: Book) -> None:
    with pytest.raises(BookError, match="no such notebook; run 'inv notebooks'"):
        copies.reset(book, PATH)


def test_a_port_that_was_asked_for_is_this_port_or_none(tmp_path: Path) -> None:
    asked = jupyter.command(tmp_path, first="", browser=False, port=9000)

    assert {"--no-browser", "--ServerApp.port=9000", "--ServerApp.port_retries=0"} <= set(asked)
    assert not any("ServerApp.port" in word for word in jupyter.command(tmp_path, first="", browser=True, port=None))
