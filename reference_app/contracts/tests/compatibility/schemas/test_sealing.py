"""What a side sends, by its own schema."""

from typing import Any

import pytest

from clever.contracts.compatibility.schemas.sealing import sealed

from ..descriptions import fields


def test_a_sender_sends_the_fields_that_it_declares() -> None:
    assert sealed(fields(a={})) == {**fields(a={}), "additionalProperties": False}


def test_so_it_does_further_in() -> None:
    nested = sealed({"type": "array", "items": {"anyOf": [fields(a={}), {"type": "null"}]}})

    assert nested["items"]["anyOf"][0]["additionalProperties"] is False


@pytest.mark.parametrize(
    "schema",
    [
        True,
        {"type": "object"},
        {**fields(a={}), "additionalProperties": True},
        {"type": "object", "additionalProperties": {"type": "string"}},
        {"allOf": [fields(a={}), fields(b={})]},
        {"not": fields(a={})},
    ],
)
def test_it_may_send_more_where_it_says_so_or_is_put_together(schema: Any) -> None:
    assert sealed(schema) == schema


def test_a_sender_has_chosen_one_of_several() -> None:
    assert sealed({"oneOf": [{"type": "string"}]}) == {"anyOf": [{"type": "string"}]}
