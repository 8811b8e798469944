"""Schemas that have names."""

import pytest

from {{ cookiecutter.namespace }}.contracts.compatibility.schemas.named import Named, Recursive, reached

from ..descriptions import fields

CUP = {"$ref": "#/components/schemas/Cup"}
CHAIN = {"$ref": "#/components/schemas/Chain"}
TEXT = {"type": "string"}
NAMED = Named({"Cup": fields(tea=TEXT), "Alias": CUP, "Chain": fields(next=CHAIN, cup=CUP)})


def test_a_name_of_a_name_stands_for_the_same() -> None:
    assert NAMED.resolved({"$ref": "#/components/schemas/Alias"}) == fields(tea=TEXT)
    assert NAMED.resolved(TEXT) == TEXT


def test_alternatives_are_taken_apart() -> None:
    assert NAMED.branches({"anyOf": [CUP, TEXT]}) == [fields(tea=TEXT), TEXT]
    assert NAMED.branches({"type": ["string", "null"], "maxLength": 5}) == [
        {"type": "string", "maxLength": 5},
        {"type": "null", "maxLength": 5},
    ]


def test_alternatives_that_have_something_in_common_are_left_together() -> None:
    together = {"anyOf": [{"minLength": 1}, {"pattern": "^a"}], "type": "string"}

    assert NAMED.branches(together) == [together]


def test_names_are_written_out() -> None:
    assert NAMED.written_out({"type": "array", "items": CUP}) == {"type": "array", "items": fields(tea=TEXT)}
    assert NAMED.written_out({**CUP, "minProperties": 1}) == {"allOf": [fields(tea=TEXT), {"minProperties": 1}]}


def test_what_refers_to_itself_cannot_be_written_out_but_cut() -> None:
    with pytest.raises(Recursive):
        NAMED.written_out(CHAIN)

    assert NAMED.written_out(CHAIN, cut=True) == fields(next=True, cup=fields(tea=TEXT))


def test_what_a_schema_refers_to_is_found_however_deep() -> None:
    assert reached({"items": CHAIN}, NAMED.schemas) == {"Chain", "Cup"}
    assert reached(TEXT, NAMED.schemas) == set()
