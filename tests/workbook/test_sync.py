"""`inv notebooks --check` fails whenever chapters, notebooks and translations have drifted apart."""

import pytest

from tests.workbook.samples import PATH, SAMPLE, TRANSLATION, book_with
from workbook import sync, translation
from workbook.book import Book
from workbook.errors import BookError
from workbook.library import load


@pytest.fixture
def in_step(book: Book) -> Book:
    """A book whose notebooks are written and whose translation is stamped."""
    translation.stamp(book, PATH)
    sync.write(book)
    return book


def complaint(book: Book) -> str:
    with pytest.raises(BookError) as error:
        sync.check(book)
    return str(error.value)


def test_what_was_just_written_agrees(in_step: Book) -> None:
    sync.check(in_step)
    assert sync.write(in_step) == []


def test_a_chapter_changed_since_is_named(in_step: Book) -> None:
    book_with(in_step.root, SAMPLE.replace("double(20)", "double(21)"))

    assert f"notebooks/{PATH}.ipynb: differs from its chapter; run 'inv notebooks'" in complaint(in_step)
    assert f"notebooks/ko/{PATH}.ipynb: differs" in complaint(in_step)


def test_a_notebook_changed_by_hand_is_named(in_step: Book) -> None:
    file = in_step.notebooks() / f"{PATH}.ipynb"
    file.write_text(file.read_text().replace("That was all", "That was it"))

    assert f"notebooks/{PATH}.ipynb: differs" in complaint(in_step)


def test_a_notebook_without_a_chapter_is_named_and_then_deleted(in_step: Book) -> None:
    stray = in_step.notebooks() / "1_monolith/9_gone.ipynb"
    stray.write_text("{}")

    assert "notebooks/1_monolith/9_gone.ipynb: has no chapter" in complaint(in_step)
    assert sync.write(in_step) == [stray]
    assert not stray.exists()


def test_english_prose_changed_since_makes_the_translation_old(in_step: Book) -> None:
    book_with(in_step.root, SAMPLE.replace("Now you.", "Now it is your turn."))
    sync.write(in_step)

    assert complaint(in_step) == (
        f"chapters/ko/{PATH}.md: older than the English prose; "
        "bring it up to date, then run 'inv notebooks --translated 1.1'"
    )


def test_english_code_changed_since_does_not_make_the_translation_old(in_step: Book) -> None:
    book_with(in_step.root, SAMPLE.replace("double(20)", "double(21)"))
    sync.write(in_step)

    sync.check(in_step)


def test_a_translation_never_stamped_is_named(book: Book) -> None:
    sync.write(book)

    assert "not stamped with the English prose" in complaint(book)


def test_stamping_keeps_every_other_line(book: Book) -> None:
    file = book.chapters("ko") / f"{PATH}.md"
    file.write_text("---\nminutes: 5\ntranslated_from: old\n---\n\n" + TRANSLATION)

    assert translation.stamp(book, PATH) is True
    assert translation.stamp(book, PATH) is False

    assert file.read_text() == (
        f"---\nminutes: 5\ntranslated_from: {load(book, PATH).prose_hash()}\n---\n\n" + TRANSLATION
    )


@pytest.mark.parametrize(
    ("old", "new", "says"),
    [
        ("```{code-cell}\n:name: the-sum\n```\n", "", "cell the-sum: missing"),
        (":name: the-sum", ":name: the-some", "cell the-some: chapters/1_monolith/1_sample.md shows no such cell"),
        (":name: the-sum\n", ":name: the-sum\n\nprint(1)\n", "cell the-sum: has code"),
        ("끝이에요.", "```{code-cell}\n:name: wrong-double-1\n```\n", "cell wrong-double-1: chapters/1_monolith"),
        ("끝이에요.", "```{code-cell}\n:name: double\n```\n", "a cell is named twice"),
    ],
)
def test_a_translation_with_other_cells_is_refused(book: Book, old: str, new: str, says: str) -> None:
    book_with(book.root, translation=TRANSLATION.replace(old, new))

    assert says in complaint(book)


def test_a_translation_with_its_cells_in_another_order_is_refused(book: Book) -> None:
    swapped = TRANSLATION.replace("double", "x").replace("the-sum", "double").replace(": x", ": the-sum")
    book_with(book.root, translation=swapped)

    assert "cell the-sum: out of order; chapters/1_monolith/1_sample.md has double here" in complaint(book)


def test_a_lesson_is_found_by_id_path_or_file(book: Book) -> None:
    for name in ("1.1", PATH, f"chapters/{PATH}.md", f"chapters/ko/{PATH}.md"):
        assert book.find(name) == PATH
    with pytest.raises(BookError, match=r"there is no lesson '9\.9'; there are: 1\.1"):
        book.find("9.9")
