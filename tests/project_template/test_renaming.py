"""Answers in the place of names, and everything else as it was."""

import pytest
from hypothesis import example, given

from tests.project_template.rendering import rendered
from tests.project_template.texts import TEXTS, made_of
from workbook.project_template.renaming import escaped, renamed

ANSWERS = {"namespace": "orchard", "project_name": "Orchard & Sons"}


def project_s(text: str) -> str:
    return rendered(renamed({"a": text.encode()})["a"].decode(), **ANSWERS)


@pytest.mark.parametrize(
    ("ours", "theirs"),
    [
        ("from clever.kit import logs", "from orchard.kit import logs"),
        ('name = "clever-kit"', 'name = "orchard-kit"'),
        ("registry.example/clever/vid:1", "registry.example/orchard/vid:1"),
        ("# Clever, in four arrangements", "# Orchard & Sons, in four arrangements"),
    ],
)
def test_a_name_in_code_is_the_namespace_and_one_for_people_the_project_s(ours: str, theirs: str) -> None:
    assert project_s(ours) == theirs


@pytest.mark.parametrize("word", ["cleverly", "clever_id", "CLEVER", "unclever"])
def test_another_word_is_no_name(word: str) -> None:
    assert project_s(word) == word


def test_places_have_the_namespace_and_are_written_without_spaces() -> None:
    tree = renamed({"kit/clever/kit/__init__.py": b"", "cleverly.py": b""})

    assert list(tree) == ["kit/{{cookiecutter.namespace}}/kit/__init__.py", "cleverly.py"]


def test_what_is_no_text_keeps_a_name_that_is_in_it() -> None:
    assert renamed({"logo.png": b"\0 clever"}) == {"logo.png": b"\0 clever"}


@given(text=TEXTS)
@example(text="{% if a %}{{ b }}{# c #}{% endif %}")
@example(text="{% raw %}")
@example(text='{{ "{" }}')
@example(text="${{{{{%{#")
def test_text_that_is_handed_on_renders_to_itself(text: str) -> None:
    assert rendered(escaped(text)) == text


def test_text_that_looks_like_no_template_is_not_touched() -> None:
    assert escaped("{ a } %} {b} {'c': {}}") == "{ a } %} {b} {'c': {}}"


@given(text=made_of("clever", "Clever", "clever."))
@example(text='f"{clever}"')
def test_a_name_renders_to_its_answer_whatever_stands_around_it(text: str) -> None:
    template = renamed({"a": escaped(text).encode()})["a"].decode()

    assert rendered(template, namespace="clever", project_name="Clever") == text
