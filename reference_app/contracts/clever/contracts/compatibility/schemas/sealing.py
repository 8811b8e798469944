"""A schema as its own side sends it: with no fields beside those that it declares."""

from typing import Any

from clever.contracts.compatibility.schemas.canonical import Schema, inside

# Under these, fewer fields would be more values, or none at all.
LEFT_AS_THEY_ARE = ("allOf", "not", "if", "then", "else", "contains")
OPEN = ("additionalProperties", "patternProperties")


def sealed(schema: Schema) -> Schema:
    """What is sent by a side that has this schema.

    JSON Schema lets an object have any further fields. A reader is to be so lenient, and a sender is not: it sends what
    it declares. So a reader may declare a further field, and what was sent before is still right.
    """
    if isinstance(schema, bool):
        return schema
    closed: dict[str, Any] = inside(schema, sealed)
    closed |= {word: schema[word] for word in LEFT_AS_THEY_ARE if word in schema}
    if "properties" in schema and not any(word in schema for word in OPEN):
        closed["additionalProperties"] = False
    if "oneOf" in closed and "anyOf" not in closed:
        closed["anyOf"] = closed.pop("oneOf")  # whoever sends has chosen one; that another fits too is not its concern
    return closed
