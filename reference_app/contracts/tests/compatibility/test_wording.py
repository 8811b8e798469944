"""How a misfit is told."""

from typing import Any

import pytest

from clever.contracts.compatibility.schemas.misfits import Kind, Misfit
from clever.contracts.compatibility.wording import ANSWER_BREAKS, LONGEST, REQUEST_BREAKS, Part, breaks

BODY = Part("field", "the body")


def told(misfit: Misfit, table: Any = REQUEST_BREAKS, part: Part = BODY) -> list[str]:
    return [what for what, _ in breaks(table, [misfit], part)]


@pytest.mark.parametrize(
    ("field", "name"),
    [
        ((), "the body"),
        (("tea",), 'the field "tea"'),
        (("cups", "[]", "tea"), 'the field "cups[].tea"'),
        (("cups", "[1]"), 'the field "cups[1]"'),
        (("titles", "{}", "text"), 'the field "titles{}.text"'),
    ],
)
def test_a_place_is_named_from_the_outside_in(field: tuple[str, ...], name: str) -> None:
    assert BODY.named(field) == name


def test_a_part_has_a_word_for_its_fields() -> None:
    assert Part("header").named(("accept",)) == 'the header "accept"'
    assert Part("field", "an error", " of an error").named(("detail",)) == 'the field "detail" of an error'


@pytest.mark.parametrize(
    ("lost", "values"),
    [
        ({"const": "cold"}, '"cold"'),
        ({"enum": ["cold", None]}, '"cold" or null'),
        ({"type": "null"}, "null"),
        ({"type": ["array", "object"]}, "array or object"),
    ],
)
def test_values_that_are_lost_are_told_where_they_are_few(lost: Any, values: str) -> None:
    assert told(Misfit(Kind.VALUES, (), lost=lost)) == [f"no longer takes {values} for the body"]


def test_otherwise_it_is_told_what_there_was_and_what_there_is() -> None:
    misfit = Misfit(Kind.VALUES, (), {"type": "string"}, {"type": "string", "maxLength": 5}, {"minLength": 6})

    assert told(misfit) == [
        'no longer takes all of {"type": "string"} but only {"maxLength": 5, "type": "string"} for the body'
    ]
    assert told(misfit, ANSWER_BREAKS) == [
        'may now answer {"type": "string"} and not only {"maxLength": 5, "type": "string"} for the body'
    ]


def test_of_another_type_the_type_is_enough() -> None:
    sent, read = {"type": "object", "properties": {"a": {}}}, {"type": "array", "items": {}}

    assert told(Misfit(Kind.VALUES, (), sent, read, sent)) == ["no longer takes object for the body"]


def test_a_long_schema_is_cut() -> None:
    sent, read = {"enum": ["x" * 2 * LONGEST]}, {"pattern": "^y"}

    (line,) = told(Misfit(Kind.VALUES, (), sent, read))

    assert len(line) < 2 * LONGEST
    assert "x..." in line


def test_what_means_nothing_to_a_client_is_not_told() -> None:
    assert told(Misfit(Kind.UNSENT, ("tea",))) == []
    assert told(Misfit(Kind.UNREAD, ("tea",)), ANSWER_BREAKS) == []
