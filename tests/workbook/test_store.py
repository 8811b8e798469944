"""A stored walk is the reference run of exactly the code that ran, and of one lesson only."""

import json
from pathlib import Path

from nbformat.v4 import new_output

from tests.workbook.samples import PATH, SAMPLE, book_with
from workbook.book import Book
from workbook.library import load
from workbook.notebook import notebook
from workbook.walk.events import Events
from workbook.walk.lesson import LessonRun
from workbook.walk.outcome import NotebookRun
from workbook.walk.store import Reference, store


def walked(book: Book, folder: Path, path: str = PATH) -> LessonRun:
    """A walk that happened: its last cell told where the book lies."""
    folder.mkdir(parents=True)
    lesson = load(book, path)
    ran = notebook(lesson, answers="solution")
    ran.cells[-2].outputs = [new_output("stream", text=f"in {book.root}/lab\n")]
    (folder / "logbook.jsonl").write_text(json.dumps({"kind": "measured", "id": "x", "value": 1}) + "\n")
    return LessonRun(lesson, NotebookRun(Events(folder / "events.jsonl")), ran, folder)


def logbook(book: Book) -> list[dict[str, object]]:
    return [json.loads(line) for line in (book.reference_run / "logbook.jsonl").read_text().splitlines()]


def test_what_is_stored_is_found_again_and_names_no_folder_of_this_machine(book: Book) -> None:
    file = store(book, walked(book, book.build / "walk/a"))

    reference = Reference.load(book, load(book, PATH))
    outputs = reference.outputs("the-sum", load(book, PATH).cell("the-sum").source)
    assert reference.is_current
    assert reference.seconds == 0  # as that walk, which nobody took
    assert [output.text for output in outputs or []] == ["in /home/you/workbook/lab\n"]
    assert str(book.root) not in file.read_text()


def test_the_same_run_stored_again_replaces_its_own_lines(book: Book) -> None:
    book_with(book.root, SAMPLE, path="1_monolith/2_next")
    store(book, walked(book, book.build / "walk/b", "1_monolith/2_next"))
    store(book, walked(book, book.build / "walk/a"))
    store(book, walked(book, book.build / "walk/c"))

    assert [line["lesson"] for line in logbook(book)] == [PATH, "1_monolith/2_next"]


def test_a_translation_shares_the_run(book: Book) -> None:
    store(book, walked(book, book.build / "walk/a"))

    assert Reference.load(book, load(book, PATH, "ko")).is_current


def test_changed_prose_leaves_the_run_current_and_changed_code_does_not(book: Book) -> None:
    store(book, walked(book, book.build / "walk/a"))

    book_with(book.root, SAMPLE.replace("Now you.", "Your turn."))
    assert Reference.load(book, load(book, PATH)).is_current

    book_with(book.root, SAMPLE.replace("double(20)", "double(21)"))
    changed = Reference.load(book, load(book, PATH))
    assert not changed.is_current
    assert changed.outputs("the-sum", changed.lesson.cell("the-sum").source) is None
