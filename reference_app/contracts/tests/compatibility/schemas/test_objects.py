"""Objects and maps."""

from typing import Any

import pytest

from ..descriptions import fields
from .comparison import told

TEXT, WHOLE = {"type": "string"}, {"type": "integer"}


def map_of(schema: Any, **more: Any) -> dict[str, Any]:
    return {"type": "object", "additionalProperties": schema, **more}


def test_a_field_that_is_sent_at_times_is_no_field_that_is_sent_always() -> None:
    assert told(fields(a=TEXT), fields("a", a=TEXT)) == [("SOMETIMES_MISSING", "a")]
    assert told(fields("a", a=TEXT), fields(a=TEXT)) == []


def test_a_field_that_only_one_side_knows_is_sent_in_vain_or_done_without() -> None:
    assert told(fields(a=TEXT, b=TEXT), fields(a=TEXT)) == [("UNREAD", "b")]
    assert told(fields(a=TEXT), fields(a=TEXT, b=TEXT)) == [("UNSENT", "b")]
    assert told(fields(a=TEXT), fields("b", a=TEXT, b=TEXT)) == [("MISSING", "b")]


def test_a_reader_may_refuse_what_it_does_not_know() -> None:
    assert told(fields(a=TEXT, b=TEXT), {**fields(a=TEXT), "additionalProperties": False}) == [("REFUSED", "b")]


def test_a_reader_may_take_any_further_field_of_a_type() -> None:
    assert told(fields(a=TEXT), map_of(TEXT)) == []
    assert told(fields(a=TEXT, b=WHOLE), map_of(TEXT)) == [("VALUES", "b")]


def test_a_map_holds_values_of_one_schema() -> None:
    assert told(map_of(WHOLE), map_of({"type": "number"})) == []
    assert told(map_of({"type": "number"}), map_of(WHOLE)) == [("VALUES", "{}")]


def test_a_map_of_anything_is_no_map_of_texts() -> None:
    assert told({"type": "object"}, map_of(TEXT)) == [("VALUES", "{}")]
    assert told(map_of(TEXT), {"type": "object"}) == []


def test_a_map_may_hold_what_has_become_a_field() -> None:
    assert told(map_of(TEXT), fields(a=TEXT)) == []
    assert told(map_of(TEXT), fields(a=WHOLE)) == [("VALUES", "a")]


def test_a_map_is_not_for_a_reader_of_some_fields_alone() -> None:
    assert told(map_of(TEXT), {**fields(a=TEXT), "additionalProperties": False}) == [("VALUES", "")]


@pytest.mark.parametrize(
    ("narrow", "wide"),
    [
        ({"minProperties": 2}, {"minProperties": 1}),
        ({"maxProperties": 1}, {"maxProperties": 2}),
        ({"propertyNames": {"enum": ["en"]}}, {"propertyNames": {"enum": ["en", "ko"]}}),
        ({"propertyNames": {"maxLength": 2}}, {}),
    ],
)
def test_a_map_may_be_of_more_sizes_and_names_and_never_of_fewer(narrow: Any, wide: Any) -> None:
    assert told(map_of(TEXT, **narrow), map_of(TEXT, **wide)) == []
    assert told(map_of(TEXT, **wide), map_of(TEXT, **narrow)) == [("VALUES", "")]


def test_fields_that_are_always_there_are_that_many() -> None:
    assert told(fields("a", "b", a=TEXT, b=TEXT), map_of(TEXT, minProperties=2)) == []
    assert told(fields("a", a=TEXT, b=TEXT), map_of(TEXT, minProperties=2)) == [("VALUES", "")]


def test_what_a_field_is_that_is_left_out_is_the_same_for_both() -> None:
    twenty, fifty = ({**WHOLE, "default": default} for default in (20, 50))

    assert told(fields(a=twenty), fields(a=fifty)) == [("DEFAULT", "a")]
    assert told(fields(a=twenty), fields(a=WHOLE)) == [("DEFAULT", "a")]
    assert told(fields(a=twenty), fields(a=twenty)) == []
    assert told(fields("a", a=twenty), fields(a=fifty)) == []
