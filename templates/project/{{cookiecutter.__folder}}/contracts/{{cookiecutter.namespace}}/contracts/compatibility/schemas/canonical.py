"""A JSON Schema without titles, texts and examples, and in one order."""

import json
from collections.abc import Callable
from typing import Any

type Schema = dict[str, Any] | bool

ANNOTATIONS = {"title", "description", "example", "examples", "deprecated", "$comment"}
SCHEMAS = {"items", "additionalProperties", "propertyNames", "not", "contains", "if", "then", "else"}
TABLES = {"properties", "patternProperties", "dependentSchemas"}
LISTS = {"anyOf", "oneOf", "allOf", "prefixItems"}
UNORDERED = {"anyOf", "oneOf", "allOf", "required", "enum"}


def canonical_schema(schema: Schema) -> Schema:
    """The same schema, for whoever validates by it."""
    if isinstance(schema, bool):
        return schema
    kept = {word: value for word, value in schema.items() if word not in ANNOTATIONS}
    return {word: _in_order(word, value) for word, value in inside(kept, canonical_schema).items()}


def inside(schema: dict[str, Any], change: Callable[[Any], Any]) -> dict[str, Any]:
    """The schema, with `change` made to each one right inside of it."""
    changed: dict[str, Any] = {}
    for word, value in schema.items():
        if word in SCHEMAS:
            changed[word] = change(value)
        elif word in TABLES:  # its keys are names, and a field may be called `title`
            changed[word] = {name: change(each) for name, each in value.items()}
        elif word in LISTS:
            changed[word] = [change(each) for each in value]
        else:
            changed[word] = value
    return changed


def _in_order(word: str, value: Any) -> Any:
    if word in UNORDERED or (word == "type" and isinstance(value, list)):
        return sorted(value, key=lambda each: json.dumps(each, sort_keys=True))
    return value
