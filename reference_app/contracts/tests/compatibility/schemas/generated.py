"""Schemas of the kinds that pydantic writes, changes to them, and values of them."""

import copy
from typing import Any

from hypothesis import strategies as st

NAMES = ("a", "b", "c")
NULL = {"type": "null"}
REFERENCE = {"$ref": "#/components/schemas/Node"}
TEXTS = ["", "a", "bb", "ccc", "2026-11-30", "7c1ab58c-6f1b-4d3c-9f6e-2f3d5f7a9b10"]

bounds = st.integers(-2, 6)


def _some(**words: Any) -> st.SearchStrategy[dict[str, Any]]:
    """A schema with any of these words."""
    return st.fixed_dictionaries({}, optional=words)


numbers = st.builds(
    lambda kind, more: {"type": kind, **more},
    st.sampled_from(["integer", "number"]),
    _some(minimum=bounds, maximum=bounds, exclusiveMinimum=bounds, multipleOf=st.integers(1, 3)),
)
texts = st.builds(
    lambda more: {"type": "string", **more},
    _some(
        minLength=st.integers(0, 2),
        maxLength=st.integers(1, 4),
        pattern=st.sampled_from(["^[a-c]*$", "^a", "^[a-z]{2,}$"]),
        format=st.sampled_from(["date", "uuid"]),
    ),
)
choices = st.lists(st.sampled_from(TEXTS), min_size=1, max_size=4, unique=True).map(
    lambda values: {"type": "string", "enum": values}
)
constants = st.sampled_from([*TEXTS, 0, 5, True]).map(lambda value: {"const": value})
plain = st.one_of(numbers, texts, choices, constants, st.sampled_from([NULL, {"type": "boolean"}, {}]))
leaves = st.one_of(plain, st.just(REFERENCE))


def _nested(inner: st.SearchStrategy[Any]) -> st.SearchStrategy[dict[str, Any]]:
    return st.one_of(
        objects(inner),
        st.builds(lambda items, more: {"type": "array", "items": items, **more}, inner, sizes("Items")),
        st.builds(lambda values, more: {"type": "object", "additionalProperties": values, **more}, inner, maps),
        st.lists(inner, min_size=2, max_size=3).map(lambda branches: {"anyOf": branches}),
        st.lists(objects(inner), min_size=2, max_size=2).map(_told_apart),
        st.lists(inner, min_size=1, max_size=2).map(
            lambda items: {"type": "array", "prefixItems": items, "minItems": len(items), "maxItems": len(items)}
        ),
    )


def _told_apart(branches: list[dict[str, Any]]) -> dict[str, Any]:
    """Each with a field of its own that says which it is."""
    kinds = [{"kind": {"type": "string", "const": f"kind {number}"}} for number, _ in enumerate(branches)]
    return {
        "oneOf": [
            {**branch, "properties": branch["properties"] | kind, "required": ["kind", *branch["required"]]}
            for branch, kind in zip(branches, kinds, strict=True)
        ]
    }


@st.composite
def objects(draw: st.DrawFn, inner: st.SearchStrategy[Any]) -> dict[str, Any]:
    fields = draw(st.dictionaries(st.sampled_from(NAMES), inner, min_size=1, max_size=3))
    required = draw(st.lists(st.sampled_from(sorted(fields)), unique=True))
    others = draw(st.sampled_from([{}, {}, {"additionalProperties": False}, {"additionalProperties": NULL}]))
    return {"type": "object", "properties": fields, "required": sorted(required), **others}


def sizes(of: str) -> st.SearchStrategy[dict[str, Any]]:
    return _some(**{f"min{of}": st.integers(0, 2), f"max{of}": st.integers(1, 3)})


maps = st.builds(
    lambda size, names: size | names,
    sizes("Properties"),
    _some(propertyNames=st.sampled_from([{"enum": ["a", "b"]}, {"maxLength": 1}])),
)
schemas = st.one_of(objects(leaves), st.recursive(leaves, _nested, max_leaves=4))
# What refers to itself must end somewhere.
nodes = objects(st.one_of(plain, st.just({"anyOf": [REFERENCE, NULL]}), st.just({"type": "array", "items": REFERENCE})))


@st.composite
def changed(draw: st.DrawFn, schema: Any) -> Any:
    """The schema with one place of it otherwise, so that most often nothing else is to blame."""
    schema = copy.deepcopy(schema)
    place = draw(st.sampled_from(list(_places(schema))))
    word = draw(st.sampled_from([*place, "another"]))
    more = draw(leaves)
    match word, place.get(word):
        case "another", _:
            place |= more
        case "type", "object":
            place["additionalProperties"] = draw(st.sampled_from([False, more]))
        case "properties", fields:
            name = draw(st.sampled_from(NAMES))
            place["properties"] = {**fields, name: more} if name not in fields else _without(fields, name)
        case "required", _:
            place["required"] = draw(st.lists(st.sampled_from(NAMES), unique=True))
        case "anyOf" | "oneOf" | "prefixItems", branches:
            place[word] = draw(st.sampled_from([[*branches, more], branches[1:] or [more]]))
        case _, int(size) if word != "const" and size is not False:
            place[word] = max(size + draw(st.sampled_from([-1, 1])), 1)
        case _:
            del place[word]
    return schema


def _without(fields: dict[str, Any], name: str) -> dict[str, Any]:
    return {each: schema for each, schema in fields.items() if each != name}


def _places(schema: Any) -> Any:
    """The schema, and each one inside of it, to be changed where they are."""
    if isinstance(schema, dict):
        yield schema
        inner = [schema.get("items"), schema.get("additionalProperties"), *schema.get("properties", {}).values()]
        for each in inner + [each for word in ("anyOf", "oneOf", "prefixItems") for each in schema.get(word, ())]:
            yield from _places(each)


def values(schema: Any, node: Any) -> st.SearchStrategy[Any]:
    """What a side may send that has this schema, and mostly what is right for it; `node` is what references mean."""
    nodes: st.SearchStrategy[Any] = st.deferred(lambda: made(node))

    def made(schema: Any) -> st.SearchStrategy[Any]:
        match schema:
            case {"$ref": _}:
                return nodes
            case {"anyOf": branches} | {"oneOf": branches}:
                return st.one_of(*map(made, branches))
            case {"enum": choices}:
                return st.sampled_from(choices)
            case {"const": constant}:
                return st.just(constant)
            case {"type": "object"}:
                return _of_object(schema, made)
            case {"type": "array"}:
                first = st.tuples(*map(made, schema.get("prefixItems", ())))
                rest = st.lists(made(schema.get("items", {})), max_size=0 if "prefixItems" in schema else 3)
                return st.builds(lambda first, rest: [*first, *rest], first, rest)
            case {"type": "integer" | "number" | "string" | "boolean" | "null" as kind}:
                return SCALARS[kind]
        return st.one_of(*SCALARS.values(), st.sampled_from([[], {}, ["a"], {"a": 1}]))

    return made(schema)


SCALARS: dict[str, st.SearchStrategy[Any]] = {
    "integer": st.integers(-4, 8),
    "number": st.one_of(st.integers(-4, 8), st.sampled_from([0.5, 2.5])),
    "string": st.sampled_from(TEXTS),
    "boolean": st.booleans(),
    "null": st.none(),
}


def _of_object(schema: dict[str, Any], made: Any) -> st.SearchStrategy[Any]:
    fields = {name: made(each) for name, each in schema.get("properties", {}).items()}
    required = {name: fields.pop(name) for name in schema.get("required", ()) if name in fields}
    declared = st.fixed_dictionaries(required, optional=fields)
    others = schema.get("additionalProperties", "properties" not in schema)
    if others is False:
        return declared
    more = st.dictionaries(st.sampled_from(["a", "b", "other"]), made({} if others is True else others), max_size=2)
    return st.builds(lambda more, declared: {**more, **declared}, more, declared)
