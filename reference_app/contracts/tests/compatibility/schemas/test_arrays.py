"""Lists and tuples."""

from typing import Any

import pytest

from .comparison import fit, told

TEXT, WHOLE, NUMBER = {"type": "string"}, {"type": "integer"}, {"type": "number"}


def list_of(schema: Any, **more: Any) -> dict[str, Any]:
    return {"type": "array", "items": schema, **more}


def tuple_of(*schemas: Any) -> dict[str, Any]:
    return {"type": "array", "prefixItems": list(schemas), "minItems": len(schemas), "maxItems": len(schemas)}


def test_a_list_is_of_what_its_items_are() -> None:
    assert told(list_of(WHOLE), list_of(NUMBER)) == []
    assert told(list_of(NUMBER), list_of(WHOLE)) == [("VALUES", "[]")]


def test_a_list_of_anything_is_no_list_of_texts() -> None:
    assert told({"type": "array"}, list_of(TEXT)) == [("VALUES", "[]")]
    assert told(list_of(TEXT), {"type": "array"}) == []


@pytest.mark.parametrize(
    ("narrow", "wide"),
    [
        ({"minItems": 2}, {"minItems": 1}),
        ({"maxItems": 5}, {"maxItems": 6}),
        ({"maxItems": 5}, {}),
        ({"uniqueItems": True}, {}),
    ],
)
def test_a_list_may_be_of_more_sizes_and_never_of_fewer(narrow: Any, wide: Any) -> None:
    assert told(list_of(TEXT, **narrow), list_of(TEXT, **wide)) == []
    assert told(list_of(TEXT, **wide), list_of(TEXT, **narrow)) == [("VALUES", "")]


def test_a_tuple_is_compared_place_by_place() -> None:
    assert told(tuple_of(TEXT, WHOLE), tuple_of(TEXT, NUMBER)) == []
    assert told(tuple_of(TEXT, NUMBER), tuple_of(TEXT, WHOLE)) == [("VALUES", "[1]")]
    assert not fit(tuple_of(TEXT), tuple_of(TEXT, WHOLE))


def test_a_tuple_is_a_list_of_what_all_its_items_are() -> None:
    assert told(tuple_of(WHOLE, WHOLE), list_of(NUMBER)) == []
    assert told(tuple_of(WHOLE, TEXT), list_of(NUMBER)) == [("VALUES", "[1]")]


def test_what_follows_the_places_of_a_tuple_is_one_of_its_items() -> None:
    open_ended = {"type": "array", "prefixItems": [TEXT], "items": NUMBER}

    assert told({"type": "array", "prefixItems": [TEXT], "items": WHOLE}, open_ended) == []
    assert told({"type": "array", "prefixItems": [TEXT]}, open_ended) == [("VALUES", "[]")]
