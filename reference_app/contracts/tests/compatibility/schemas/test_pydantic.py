"""What pydantic writes for the models of a contract, and what becomes of its older clients."""

from typing import Annotated, Any, Literal

import pytest
from pydantic import BaseModel, ConfigDict, Field, TypeAdapter, create_model

from clever.contracts.compatibility.schemas.canonical import canonical_schema
from clever.contracts.compatibility.schemas.named import PREFIX

from .comparison import told


def sent_and_read(old: Any, new: Any) -> list[tuple[str, str]]:
    """What clients with the one type send that a service with the other does not take."""
    (sent, sender), (read, reader) = _schema(old), _schema(new)
    return told(sender, reader, sent=sent, read=read)


def _schema(kind: Any) -> tuple[dict[str, Any], Any]:
    schema = TypeAdapter(kind).json_schema(ref_template=PREFIX + "{model}")
    named = {name: canonical_schema(each) for name, each in schema.pop("$defs", {}).items()}
    return named, canonical_schema(schema)


def model(**fields: Any) -> type[BaseModel]:
    return create_model("Cup", **fields)


class Tea(BaseModel):
    """One of two."""

    kind: Literal["tea"]
    minutes: int


class Milk(BaseModel):
    """The other."""

    kind: Literal["milk"]
    warm: bool = False


class Water(BaseModel):
    """A third."""

    kind: Literal["water"]


Drink = Annotated[Tea | Milk, Field(discriminator="kind")]
MoreDrinks = Annotated[Tea | Milk | Water, Field(discriminator="kind")]


class Box(BaseModel):
    """Holds boxes."""

    size: int
    inner: "list[Box]" = []


class OldBox(BaseModel):
    """Holds boxes that must be small."""

    size: Annotated[int, Field(le=10)]
    inner: "list[OldBox]" = []


@pytest.mark.parametrize(
    ("narrow", "wide", "place"),
    [
        (Literal["hot"], Literal["hot", "cold"], ""),
        (model(tea=(str, ...)), model(tea=(str | None, ...)), "tea"),
        (model(tea=(int, ...)), model(tea=(float, ...)), "tea"),
        (dict[Literal["en"], str], dict[Literal["en", "ko"], str], ""),
        (dict[str, Annotated[str, Field(max_length=5)]], dict[str, str], "{}"),
        (tuple[int, str], tuple[float, str], "[0]"),
        (Drink, MoreDrinks, "kind"),
        (list[Drink], list[MoreDrinks], "[].kind"),
        (Drink | None, MoreDrinks | None, "kind"),
        (OldBox, Box, "size"),
    ],
)
def test_a_type_may_take_more_and_never_less(narrow: Any, wide: Any, place: str) -> None:
    assert sent_and_read(narrow, wide) == []
    assert sent_and_read(wide, narrow) == [("VALUES", place)]


def test_a_field_with_a_default_may_be_added_to_a_request() -> None:
    old, new = model(tea=(str, ...)), model(tea=(str, ...), sugar=(int, 0))

    assert sent_and_read(old, new) == [("UNSENT", "sugar")]


def test_a_model_that_forbids_more_fields_refuses_them() -> None:
    strict = create_model("Cup", __config__=ConfigDict(extra="forbid"), tea=(str, ...))

    assert sent_and_read(model(tea=(str, ...), sugar=(int, 0)), strict) == [("REFUSED", "sugar")]


def test_a_model_that_keeps_more_fields_reads_them() -> None:
    keeping = create_model("Cup", __config__=ConfigDict(extra="allow"), tea=(str, ...))

    assert sent_and_read(model(tea=(str, ...), sugar=(int, 0)), keeping) == []
