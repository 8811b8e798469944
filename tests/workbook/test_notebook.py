"""A notebook has no solutions, no outputs, and ids that survive editing."""

import json
from pathlib import Path

from tests.workbook.samples import PATH, SAMPLE, book_with
from workbook.book import Book
from workbook.library import load
from workbook.notebook import notebook, to_text


def starter_of(book: Book, language: str = "en"):
    return notebook(load(book, PATH, language), answers="starter")


def test_a_learner_gets_the_prompt_and_not_the_solution(book: Book) -> None:
    double = next(cell for cell in starter_of(book).cells if cell.id == "double")

    assert double.source == (
        'def double(number):\n    # Return twice the number.\n    ...\n\nlab.check("1.1.1", double)'
    )


def test_a_walk_gets_the_solution_without_its_marks(book: Book) -> None:
    walked = notebook(load(book, PATH), answers="solution")

    double = next(cell for cell in walked.cells if cell.id == "double")
    assert "return 2 * number" in double.source
    assert "# solution" not in double.source


def test_nobody_gets_a_planted_wrong_answer(book: Book) -> None:
    assert "wrong" not in to_text(starter_of(book))
    assert "3 * number" not in to_text(notebook(load(book, PATH), answers="solution"))


def test_ids_come_from_names(book: Book) -> None:
    assert [cell.id for cell in starter_of(book).cells] == [
        "before-stand-in-lab",
        "stand-in-lab",
        "before-double",
        "double",
        "before-the-sum",
        "the-sum",
        "after-the-sum",
    ]


def test_ids_stay_when_a_cell_is_put_in_between(tmp_path: Path) -> None:
    new = "```{code-cell}\n:name: new\n\n1\n```\n\nNow you."
    before = [cell.id for cell in starter_of(book_with(tmp_path)).cells]

    after = [cell.id for cell in starter_of(book_with(tmp_path, SAMPLE.replace("Now you.", new))).cells]

    assert set(before) < set(after)


def test_several_cells_of_prose_have_ids_of_their_own(tmp_path: Path) -> None:
    parted = SAMPLE.replace("Now you.", "Now\n\n+++\n\nyou.")

    ids = [cell.id for cell in starter_of(book_with(tmp_path, parted)).cells]

    assert "before-double" in ids
    assert "before-double-2" in ids


def test_the_same_chapter_gives_the_same_bytes(book: Book) -> None:
    assert to_text(starter_of(book)) == to_text(starter_of(book))


def test_a_link_to_a_chapter_becomes_a_link_to_its_notebook(book: Book) -> None:
    assert "[the next](2_next.ipynb)" in starter_of(book).cells[0].source


def test_a_translation_gets_the_shared_code(book: Book) -> None:
    english, korean = starter_of(book), starter_of(book, "ko")

    assert [cell.id for cell in korean.cells] == [cell.id for cell in english.cells]
    assert [cell.source for cell in korean.cells if cell.cell_type == "code"] == [
        cell.source for cell in english.cells if cell.cell_type == "code"
    ]
    assert korean.cells[0].source.startswith("# 예제 수업")


def test_a_notebook_is_readable_json_without_outputs(book: Book) -> None:
    written = json.loads(to_text(starter_of(book)))

    assert all(cell["outputs"] == [] for cell in written["cells"] if cell["cell_type"] == "code")
    assert written["metadata"]["lesson"] == "1.1"
