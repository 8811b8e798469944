"""Schemas in schemas: what is nested, chosen among, put together or refers to itself."""

from typing import Any

import pytest

from clever.contracts.compatibility.schemas.canonical import Schema

from ..descriptions import fields
from .comparison import fit, told

TEXT, WHOLE, NULL = {"type": "string"}, {"type": "integer"}, {"type": "null"}


def of_kind(kind: str, **properties: Any) -> dict[str, Any]:
    """One of several objects that are told apart by their `kind`."""
    return fields("kind", *properties, kind={"const": kind, "type": "string"}, **properties)


def reference(name: str) -> dict[str, str]:
    return {"$ref": f"#/components/schemas/{name}"}


@pytest.mark.parametrize("schema", [TEXT, {}, True, fields("a", a=TEXT), {"anyOf": [TEXT, NULL]}, {"not": TEXT}])
def test_whatever_stays_as_it_was_fits(schema: Schema) -> None:
    assert told(schema, schema) == []


@pytest.mark.parametrize("sender", [TEXT, fields(a=TEXT), {"type": "array"}, {}, {"anyOf": [TEXT, NULL]}])
def test_a_reader_of_anything_takes_it(sender: Schema) -> None:
    assert told(sender, {}) == []
    assert told(sender, True) == []


def test_what_does_not_fit_is_named_with_its_place() -> None:
    old = fields(order=fields(cups={"type": "array", "items": fields(tea={"type": "number"})}))
    new = fields(order=fields(cups={"type": "array", "items": fields(tea=WHOLE)}))

    assert told(old, new) == [("VALUES", "order.cups.[].tea")]
    assert told(new, old) == []


def test_a_name_stands_for_its_schema_on_either_side() -> None:
    cup = fields("tea", tea=TEXT)

    assert told(reference("Cup"), reference("Mug"), sent={"Cup": cup}, read={"Mug": cup}) == []
    assert told(reference("Cup"), cup, sent={"Cup": cup}) == []
    assert told(cup, reference("Mug"), read={"Mug": fields("milk", tea=TEXT)}) == [("MISSING", "milk")]


def test_a_default_beside_a_name_takes_nothing_away() -> None:
    sent, read = {**reference("Tea"), "default": "green"}, reference("Tea")

    assert told(sent, read, sent={"Tea": TEXT}, read={"Tea": TEXT}) == []


def test_more_beside_a_name_does() -> None:
    short = {**reference("Tea"), "maxLength": 5}

    assert fit(short, reference("Tea"), sent={"Tea": TEXT}, read={"Tea": TEXT})
    assert not fit(reference("Tea"), short, sent={"Tea": TEXT}, read={"Tea": TEXT})


def test_each_alternative_of_the_sender_must_fit() -> None:
    assert told({"anyOf": [TEXT, NULL]}, {"anyOf": [NULL, TEXT, WHOLE]}) == []
    assert told({"anyOf": [TEXT, NULL, WHOLE]}, {"anyOf": [TEXT, NULL]}) == [("VALUES", "")]


def test_an_alternative_within_an_alternative_is_one_of_them() -> None:
    nested = {"anyOf": [{"anyOf": [TEXT, WHOLE]}, NULL]}

    assert told({"anyOf": [TEXT, NULL]}, nested) == []
    assert told(nested, {"anyOf": [TEXT, NULL]}) == [("VALUES", "")]


def test_alternatives_that_cover_a_value_together_take_it() -> None:
    low, high = {"type": "integer", "maximum": 5}, {"type": "integer", "minimum": 6}

    assert fit(WHOLE, {"anyOf": [low, high]})
    assert not fit(WHOLE, {"anyOf": [low, {"type": "integer", "minimum": 7}]})


def test_types_in_a_list_are_alternatives() -> None:
    assert told({"type": ["string", "null"]}, {"anyOf": [TEXT, NULL]}) == []
    assert told({"type": ["string", "null"]}, TEXT) == [("VALUES", "")]


def test_objects_that_are_told_apart_are_compared_one_by_one() -> None:
    old = {"oneOf": [of_kind("tea", cups=WHOLE), of_kind("milk", warm=TEXT)]}
    wider = {"oneOf": [of_kind("milk", warm=TEXT), of_kind("tea", cups={"type": "number"}), of_kind("water")]}
    discriminated = {**wider, "discriminator": {"propertyName": "kind"}}

    assert told(old, wider) == []
    assert told(old, discriminated) == []
    assert told(discriminated, old) == [("VALUES", "cups"), ("VALUES", "kind")]


def test_one_of_them_fewer_is_no_longer_taken() -> None:
    assert not fit({"oneOf": [of_kind("tea"), of_kind("milk")]}, {"oneOf": [of_kind("tea")]})


def test_exactly_one_alternative_may_claim_a_value() -> None:
    apart = {"oneOf": [TEXT, WHOLE]}
    overlapping = {"oneOf": [{"type": "number"}, WHOLE]}

    assert fit(WHOLE, apart)
    assert not fit(WHOLE, overlapping)
    assert fit(WHOLE, {"anyOf": overlapping["oneOf"]})


def test_what_is_put_together_is_compared_as_a_whole() -> None:
    both = {"allOf": [fields("a", a=TEXT), fields("b", b=TEXT)]}

    assert fit(fields("a", "b", a=TEXT, b=TEXT), both)
    assert not fit(fields("a", a=TEXT), both)
    assert fit(both, fields("a", "b", a=TEXT, b=TEXT))


def chain(value: Any, *required: str) -> dict[str, Any]:
    """Objects that have one another: a value, and the next of them."""
    return fields(*required, value=value, next={"anyOf": [reference("Chain"), NULL]})


def test_what_refers_to_itself_is_compared_once() -> None:
    old, new = {"Chain": chain(WHOLE, "value")}, {"Chain": chain({"type": "number"})}

    assert told(reference("Chain"), reference("Chain"), sent=old, read=old) == []
    assert told(reference("Chain"), reference("Chain"), sent=old, read=new) == []
    assert told(reference("Chain"), reference("Chain"), sent=new, read=old) == [
        ("VALUES", "value"),
        ("SOMETIMES_MISSING", "value"),
    ]


def test_what_refers_to_itself_by_turns_is_compared_once_a_turn() -> None:
    old = {"Cup": fields(pot=reference("Pot")), "Pot": fields(cup=reference("Cup"))}
    new = {"Cup": fields(pot=reference("Pot")), "Pot": fields("lid", cup=reference("Cup"), lid=TEXT)}

    assert told(reference("Cup"), reference("Cup"), sent=old, read=new) == [("MISSING", "pot.lid")]
    assert told(reference("Cup"), reference("Cup"), sent=new, read=old) == [("UNREAD", "pot.lid")]


def test_lists_of_themselves_fit_and_are_no_texts() -> None:
    lists = {"Lists": {"type": "array", "items": reference("Lists")}}

    assert told(reference("Lists"), reference("Lists"), sent=lists, read=lists) == []
    assert told(reference("Lists"), TEXT, sent=lists) == [("UNCLEAR", "")]
    assert told(reference("Lists"), {}, sent=lists) == []


def test_alternatives_that_refer_to_themselves_are_told_apart() -> None:
    tree = {"Tree": {"oneOf": [of_kind("leaf"), of_kind("fork", left=reference("Tree"), right=reference("Tree"))]}}
    wider = {"Tree": {"oneOf": [*tree["Tree"]["oneOf"], of_kind("root")]}}

    assert told(reference("Tree"), reference("Tree"), sent=tree, read=wider) == []
    assert not fit(reference("Tree"), reference("Tree"), sent=wider, read=tree)


def test_what_we_do_not_know_fits_only_what_is_the_same() -> None:
    said = {"type": "object", "dependentRequired": {"a": ["b"]}}

    assert fit(said, said)
    assert not fit({"type": "object"}, said)
