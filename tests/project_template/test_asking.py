from pathlib import Path

import pytest

from workbook.book import Book
from workbook.errors import BookError
from workbook.project_template.asking import answers_in, ask
from workbook.project_template.baking import bake


def test_answers_are_read_whatever_stands_in_them() -> None:
    assert answers_in(["stage=split", "description=a=b, c"]) == {"stage": "split", "description": "a=b, c"}


@pytest.mark.parametrize("word", ["stage", "=split", ""])
def test_a_word_that_is_no_answer_is_named(word: str) -> None:
    with pytest.raises(BookError, match=f"--answer {word}: write it as NAME=VALUE"):
        answers_in([word])


@pytest.mark.parametrize(
    ("answers", "said"),
    [
        ({"stag": "split"}, "there is no such question; there are: project_name, slug"),
        ({"_ruff": "1"}, "there is no such question"),
        ({"stage": "splat"}, "choose one of monolith, split, containers, composition"),
    ],
)
def test_what_cannot_be_answered_so_is_said_before_anything_is_written(
    tmp_path: Path, answers: dict[str, str], said: str
) -> None:
    with pytest.raises(BookError, match=said):
        ask(Book().root, tmp_path / "projects", answers, defaults=True)

    assert not (tmp_path / "projects").exists()


def test_all_that_cannot_be_answered_so_is_said_at_once(tmp_path: Path) -> None:
    with pytest.raises(BookError) as refused:
        ask(Book().root, tmp_path, {"stage": "spli", "slug": "mine", "database": "mysql"}, defaults=True)

    assert str(refused.value).splitlines() == [
        "--answer stage=spli: choose one of monolith, split, containers, composition",
        "--answer database=mysql: choose one of sqlite, postgresql",
    ]


def test_a_wrong_choice_is_one_line_wherever_it_comes_from(tmp_path: Path) -> None:
    with pytest.raises(BookError, match=r"^no project is made: spli .* choice variable stage, .*$"):
        bake(Book().root, tmp_path, {"stage": "spli"})

    assert list(tmp_path.iterdir()) == []
