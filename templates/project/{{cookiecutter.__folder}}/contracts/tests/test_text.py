import pytest
from pydantic import TypeAdapter, ValidationError

from {{ cookiecutter.namespace }}.contracts.text import Line, Text, Word

word, line, text = TypeAdapter(Word), TypeAdapter(Line), TypeAdapter(Text)


@pytest.mark.parametrize("given", ["gem", "iron-sword", "map_piece-2", "7", "x" * 64])
def test_a_word_is_a_name_for_programs(given: str) -> None:
    assert word.validate_python(given) == given


@pytest.mark.parametrize(
    "given", ["", "Gem", "two words", "-gem", "gem-", "a--b", "젬", "gem\n", "x" * 65, "a\0", 7, None]
)
def test_what_is_no_word_is_refused(given: object) -> None:
    with pytest.raises(ValidationError):
        word.validate_python(given)


def test_a_line_loses_the_space_around_it() -> None:
    assert line.validate_python("  졸린 수달 🦦 ") == "졸린 수달 🦦"


@pytest.mark.parametrize(
    "given",
    [
        "",
        "   ",
        "a\nb",
        "a\rb",
        "a\tb",
        "a\0b",
        "a\x1bb",
        "a\x85b",
        "a\u2028b",
        "a\u2029b",
        "\ud800",
        "x" * 201,
        7,
        None,
    ],
    ids=ascii,
)
def test_what_is_no_line_is_refused(given: object) -> None:
    with pytest.raises(ValidationError):
        line.validate_python(given)


def test_a_text_has_lines_and_tabs() -> None:
    assert text.validate_python("one\r\n\ttwo\n") == "one\r\n\ttwo\n"


@pytest.mark.parametrize(
    "given", ["a\0b", "a\x1b[31mb", "\udfff", "x" * 20_001, 7, None], ids=lambda given: ascii(given)[:12]
)
def test_what_is_no_text_is_refused(given: object) -> None:
    with pytest.raises(ValidationError):
        text.validate_python(given)
