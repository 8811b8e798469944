"""The schemas that a description gives names, and what refers to them."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from {{ cookiecutter.namespace }}.contracts.compatibility.schemas.canonical import Schema, inside

PREFIX = "#/components/schemas/"

# What may stand beside a reference or a list of alternatives and takes no value away.
HARMLESS = {"default", "discriminator"}


class Recursive(Exception):
    """The schema refers to itself, so it cannot be written out."""


@dataclass(frozen=True)
class Named:
    """One description's schemas, by name."""

    schemas: Mapping[str, Any]

    def resolved(self, schema: Schema) -> Schema:
        """What a reference refers to; every other schema as it is."""
        while isinstance(schema, dict) and "$ref" in schema and not schema.keys() - HARMLESS - {"$ref"}:
            schema = self._target(schema)
        return schema

    def branches(self, schema: Schema) -> list[Schema]:
        """The alternatives that a schema consists of: its own, or one for each of its types; itself if it has none."""
        schema = self.resolved(schema)
        if isinstance(schema, bool):
            return [schema]
        for word in ("anyOf", "oneOf"):
            if schema.keys() - HARMLESS == {word}:
                return [self.resolved(each) for each in schema[word]]
        if isinstance(schema.get("type"), list):
            return [{**schema, "type": each} for each in schema["type"]]
        return [schema]

    def written_out(self, schema: Schema, within: tuple[str, ...] = (), *, cut: bool = False) -> Schema:
        """The schema with what it refers to in the place of each reference.

        Raises Recursive where it refers to itself; `cut` lets it take anything there.
        """
        if isinstance(schema, bool):
            return schema
        reference = schema.get("$ref")
        if reference is None:
            return inside(schema, lambda each: self.written_out(each, within, cut=cut))
        if reference in within:
            if cut:
                return True
            raise Recursive(reference)
        target = self.written_out(self._target(schema), (*within, reference), cut=cut)
        beside = {word: value for word, value in schema.items() if word != "$ref"}
        return {"allOf": [target, self.written_out(beside, within, cut=cut)]} if beside.keys() - HARMLESS else target

    def _target(self, schema: dict[str, Any]) -> Schema:
        target: Schema = self.schemas[schema["$ref"].removeprefix(PREFIX)]
        return target


def reached(start: Any, schemas: Mapping[str, Any]) -> set[str]:
    """The names of the schemas that `start` refers to, and of those that they refer to."""
    found, waiting = set[str](), [start]
    while waiting:
        for name in _references(waiting.pop()):
            if name not in found:
                found.add(name)
                waiting.append(schemas[name])
    return found


def _references(value: Any) -> Iterator[str]:
    if isinstance(value, dict) and isinstance(value.get("$ref"), str):
        yield value["$ref"].removeprefix(PREFIX)
    for inner in value.values() if isinstance(value, dict) else value if isinstance(value, list) else ():
        yield from _references(inner)
