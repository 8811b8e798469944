"""Each rule that a lesson can break gives one line naming the file and the cell."""

from pathlib import Path

import pytest

from tests.workbook.samples import SAMPLE, book_with, lesson_with
from workbook.book import Book
from workbook.errors import BookError
from workbook.library import load

PATH = "1_monolith/1_sample"


def complaint(root: Path, text: str) -> str:
    with pytest.raises(BookError) as error:
        load(book_with(root, text), PATH)
    return str(error.value)


def test_the_sample_breaks_no_rule(book: Book) -> None:
    assert load(book, PATH).title == "A sample lesson"


@pytest.mark.parametrize(
    ("cell", "says"),
    [
        ("```{code-cell}\nx = 1\n```\n", "the cell that begins 'x = 1': no name"),
        ("```{code-cell}\n:name: Not_Kebab\nx = 1\n```\n", "cell Not_Kebab: a name is at most 48 small letters"),
        (
            "```{code-cell}\n:name: a\n:tags: [exercize]\nx = 1\n```\n",
            "cell a: unknown tag 'exercize'; known: exercise",
        ),
        ("```{code-cell}\n:name: a\n:colour: red\nx = 1\n```\n", "cell a: unknown metadata 'colour'"),
        ("```{code-cell}\n:name: a\nx =\n```\n", "cell a: not Python: invalid syntax (line 1)"),
        ("```{code-cell}\n:name: a\n```\n", "cell a: no code"),
        ("```{code-cell}\n:name: a\n:needs: [b]\nx = 1\n```\n", "cell a: needs 'b', which is no earlier cell"),
        ("```{code-cell}\n:name: a\n:exercise: b\nx = 1\n```\n", "cell a: names an exercise but is not tagged wrong"),
        ("```{code-cell}\n:name: a\n# solution begins\nx = 1\n```\n", "cell a: '# solution begins' stands in a cell"),
        ("```{code-cel}\nx = 1\n```\n", "```{code-cel} is not a directive"),
    ],
)
def test_a_broken_rule_names_file_and_cell(tmp_path: Path, cell: str, says: str) -> None:
    assert f"chapters/{PATH}.md: " in complaint(tmp_path, lesson_with(cell))
    assert says in complaint(tmp_path, lesson_with(cell))


def test_a_cell_of_sixteen_lines_is_too_long_and_of_fifteen_is_not(tmp_path: Path) -> None:
    fifteen = "\n".join(f"x{number} = {number}" for number in range(15))

    load(book_with(tmp_path, lesson_with("") + f"```{{code-cell}}\n:name: long\n{fifteen}\n```\n"), PATH)

    too_long = lesson_with("") + f"```{{code-cell}}\n:name: long\n{fifteen}\nx = 0\n```\n"
    assert "cell long: 16 lines; a cell has at most 15" in complaint(tmp_path, too_long)


def test_a_name_used_twice_is_refused(tmp_path: Path) -> None:
    twice = SAMPLE.replace(":name: the-sum", ":name: stand-in-lab")

    assert "cell stand-in-lab: 2 cells have this name" in complaint(tmp_path, twice)


def test_an_exercise_with_one_wrong_answer_is_refused(tmp_path: Path) -> None:
    one = SAMPLE.replace(
        ":exercise: double\n\ndef double(number):\n    return 3", ":exercise: other\n\ndef f(number):\n    return 3"
    )

    assert "cell double: 1 planted wrong answers; an exercise has at least 2" in complaint(tmp_path, one)
    assert "cell wrong-double-2: a wrong answer names its exercise's cell" in complaint(tmp_path, one)


def test_an_exercise_without_marks_or_check_is_refused(tmp_path: Path) -> None:
    unmarked = SAMPLE.replace("    # solution ends\n", "").replace("lab.check(", "lab.chekc(")

    assert "cell double: an exercise marks its solution" in complaint(tmp_path, unmarked)
    assert "cell double: no lab.check(...) in this cell or after it" in complaint(tmp_path, unmarked)


def test_a_starter_that_is_not_python_is_refused(tmp_path: Path) -> None:
    broken = SAMPLE.replace("def double(number):\n    # Return", "def double(number) -> (\n    # Return").replace(
        "# solution begins\n    return 2 * number", "# solution begins\n    int):\n        return 2 * number"
    )

    assert "cell double: not Python as a starter" in complaint(tmp_path, broken)


def test_a_lesson_without_a_title_is_refused(tmp_path: Path) -> None:
    assert "no title" in complaint(tmp_path, SAMPLE.replace("# A sample lesson", "A sample lesson"))


def test_front_matter_that_nobody_reads_is_refused(tmp_path: Path) -> None:
    assert "unknown front matter 'minuets'" in complaint(tmp_path, SAMPLE.replace("minutes:", "minuets:"))


def test_metadata_that_is_not_yaml_is_one_line(tmp_path: Path) -> None:
    broken = complaint(tmp_path, SAMPLE.replace("tags: [setup]", "tags: [setup"))

    assert broken.startswith(f"chapters/{PATH}.md: not readable as MyST Markdown")
    assert "\n" not in broken


def test_ipython_syntax_is_python_enough(tmp_path: Path) -> None:
    load(book_with(tmp_path, lesson_with("```{code-cell}\n:name: shell\n!ls\n%time 1 + 1\n```\n")), PATH)


def test_stars_that_a_notebook_would_show_are_refused(tmp_path: Path) -> None:
    """A Korean particle right after a closing quotation mark: CommonMark takes the stars for stars."""
    assert "these stars are not taken for bold" in complaint(tmp_path, '# 제목\n\n그는 **"메뉴"**를 보았어요.\n')

    load(book_with(tmp_path, "# 제목\n\n그는 **메뉴**를 보았고, 2 ** 3과 `**x`도 보았어요.\n"), PATH)
