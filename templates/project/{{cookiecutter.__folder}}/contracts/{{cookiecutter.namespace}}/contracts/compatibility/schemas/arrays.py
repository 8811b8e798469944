"""Lists and tuples, by what each of their items is."""

from typing import Any

from {{ cookiecutter.namespace }}.contracts.compatibility.schemas.canonical import Schema
from {{ cookiecutter.namespace }}.contracts.compatibility.schemas.misfits import Misfit
from {{ cookiecutter.namespace }}.contracts.compatibility.schemas.objects import Fit
from {{ cookiecutter.namespace }}.contracts.compatibility.schemas.walk import Walk

# What a list may say to be compared here. One that says more is compared as a whole.
SIZE = {"type", "minItems", "maxItems", "uniqueItems"}
ARRAY = SIZE | {"items", "prefixItems", "default"}


def array_misfits(sender: dict[str, Any], reader: dict[str, Any], walk: Walk, fit: Fit, end: Fit) -> list[Misfit]:
    """Those of the items that have a place of their own, of the others, and of how many there are."""
    places = max(len(sender.get("prefixItems", ())), len(reader.get("prefixItems", ())))
    longest = sender.get("maxItems", places + 1)
    found = [
        each
        for place in range(min(places, longest))
        for each in fit(_item(sender, place), _item(reader, place), walk.at(f"[{place}]"))
    ]
    if longest > places:
        found += fit(_item(sender, places), _item(reader, places), walk.at("[]"))
    return found + end(_size(sender), _size(reader), walk)


def _item(schema: dict[str, Any], place: int) -> Schema:
    placed = schema.get("prefixItems", ())
    item: Schema = placed[place] if place < len(placed) else schema.get("items", True)
    return item


def _size(schema: dict[str, Any]) -> dict[str, Any]:
    return {word: value for word, value in schema.items() if word in SIZE}
