"""An OpenAPI description without what changes and means nothing to a client: titles, texts, examples, order."""

import json
from collections.abc import Mapping
from typing import Any

from {{ cookiecutter.namespace }}.contracts.compatibility.schemas.canonical import canonical_schema
from {{ cookiecutter.namespace }}.contracts.compatibility.schemas.named import reached

type Description = dict[str, Any]

METHODS = ("get", "put", "post", "delete", "options", "head", "patch", "trace")
TEXTS = {"description", "summary", "operationId", "tags", "externalDocs", "example", "examples"}


def canonical(openapi: Mapping[str, Any]) -> Description:
    """What of a description counts. `x-problems`, where it has them, are the types of problems with their status."""
    paths = {
        path: {method: _operation(item[method], openapi) for method in METHODS if method in item}
        for path, item in openapi["paths"].items()
    }
    components = openapi.get("components", {})
    schemas = {name: canonical_schema(schema) for name, schema in components.get("schemas", {}).items()}
    return {
        "openapi": openapi["openapi"],
        "paths": paths,
        "components": {
            "schemas": {name: schemas[name] for name in sorted(reached(paths, schemas))},
            "securitySchemes": {
                name: _without_texts(scheme) for name, scheme in components.get("securitySchemes", {}).items()
            },
        },
        "x-problems": openapi.get("x-problems", {}),
    }


def text(description: Description) -> str:
    """The description as its file holds it."""
    return json.dumps(description, indent=2, sort_keys=True, ensure_ascii=False) + "\n"


def _operation(operation: Mapping[str, Any], openapi: Mapping[str, Any]) -> dict[str, Any]:
    kept = _without_texts(operation)
    kept["parameters"] = sorted(map(_part, kept.get("parameters", ())), key=lambda each: (each["in"], each["name"]))
    if "requestBody" in kept:
        kept["requestBody"] = _part(kept["requestBody"])
    kept["responses"] = {str(status): _part(answer) for status, answer in kept.get("responses", {}).items()}
    security = kept.get("security", openapi.get("security", []))
    kept["security"] = sorted(security, key=lambda each: json.dumps(each, sort_keys=True))
    return kept


def _part(part: Mapping[str, Any]) -> dict[str, Any]:
    """A parameter, a body or an answer: what has a schema, or has one for each media type."""
    kept = _without_texts(part)
    if "schema" in kept:
        kept["schema"] = canonical_schema(kept["schema"])
    if "content" in kept:
        kept["content"] = {media: _part(each) for media, each in kept["content"].items()}
    return kept


def _without_texts(part: Mapping[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in part.items() if name not in TEXTS}
