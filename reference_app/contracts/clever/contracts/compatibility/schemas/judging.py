"""What jsonschema-rs can prove of two schemas. What it cannot prove counts as refuted: a doubt is a break."""

from typing import Any

from jsonschema_rs import CanonicalSchema, Draft202012, ValidationError, canonicalize
from jsonschema_rs.canonical import CanonicalizationError, Containment, Satisfiability

from clever.contracts.compatibility.schemas.canonical import Schema

REFUSED = (CanonicalizationError, ValidationError)


def takes(reader: Schema, sender: Schema) -> bool:
    """Whether it is proven that `reader` takes every value of `sender`. Neither has a reference in it."""
    if reader == sender:
        return True
    try:
        return _set(reader).covers(_set(sender)) == Containment.YES
    except REFUSED:
        return False


def lost(reader: Schema, sender: Schema) -> Schema | None:
    """The values of `sender` that `reader` does not take; None where they cannot be told."""
    try:
        difference: Any = _set(sender).subtract(_set(reader)).to_json_schema()
    except REFUSED:
        return None
    if isinstance(difference, dict):
        difference.pop("$schema", None)
    return difference


def disjoint(one: Schema, other: Schema) -> bool:
    """Whether it is proven that no value is one of both."""
    try:
        return _set(one).intersect(_set(other)).satisfiability() == Satisfiability.NO
    except REFUSED:
        return False


def _set(schema: Schema) -> CanonicalSchema:
    return canonicalize(schema, draft=Draft202012, validate_formats=True)
