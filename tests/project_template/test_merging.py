"""One file of two gives back each of them."""

import pytest
from hypothesis import given

from tests.project_template.rendering import rendered
from tests.project_template.texts import LINES, TEXTS
from workbook.errors import BookError
from workbook.project_template.merging import merged
from workbook.project_template.renaming import escaped

FULL = "CALLS = [\n  vid\n]\nURL\n"
BARE = "CALLS = [\n]\nURL\n"


def both(one: str, other: str) -> str:
    return merged({"a": one.encode()}, {"a": other.encode()}, question="example", answer="yes")["a"].decode()


def test_what_only_one_of_them_has_asks_for_its_answer() -> None:
    assert both(FULL, BARE) == 'CALLS = [\n{% if cookiecutter.example == "yes" %}  vid\n{% endif %}]\nURL\n'


def test_what_differs_is_there_in_both_ways() -> None:
    assert both("a\nb\n", "a\nc\n") == 'a\n{% if cookiecutter.example == "yes" %}b\n{% else %}c\n{% endif %}'


def test_what_is_the_same_in_both_asks_nothing() -> None:
    assert both(FULL, FULL) == FULL


def test_a_file_of_one_of_them_is_there_as_it_is() -> None:
    tree = merged({"full.py": b"full"}, {"bare.png": b"\0"}, question="example", answer="yes")

    assert tree == {"full.py": b"full", "bare.png": b"\0"}


@given(one=TEXTS, other=TEXTS)
def test_each_answer_gives_back_its_text_to_the_last_character(one: str, other: str) -> None:
    text = both(escaped(one), escaped(other))

    assert rendered(text, example="yes") == one
    assert rendered(text, example="no") == other


@given(lines=LINES)
def test_a_text_that_begins_or_ends_in_another_way_is_given_back_too(lines: list[str]) -> None:
    one, other = "\n".join(lines), "\n".join(lines[1:-1])

    text = both(escaped(one), escaped(other))

    assert rendered(text, example="yes") == one
    assert rendered(text, example="no") == other


def test_files_that_are_no_texts_may_be_the_same() -> None:
    tree = {"logo.png": b"\x89PNG\0"}

    assert merged(tree, dict(tree), question="example", answer="yes") == tree


@pytest.mark.parametrize("other", [b"\x89PNG\0two", b"text\n"])
def test_files_that_are_no_texts_and_not_the_same_are_refused_by_name(other: bytes) -> None:
    with pytest.raises(BookError, match=r"^static/logo\.png: is no text, and not the same with every answer"):
        merged({"static/logo.png": b"\x89PNG\0"}, {"static/logo.png": other}, question="example", answer="yes")
