"""The operations of a service, as its OpenAPI document describes them, and values that fit them."""

import re
from dataclasses import dataclass
from typing import Any
from uuid import uuid4

# The kind of caller that each HTTP scheme in the document stands for.
KINDS = {"bearer": "device", "basic": "service"}


@dataclass(frozen=True)
class Operation:
    """One method at one path. `callers` is empty where everyone may call."""

    method: str
    template: str
    callers: frozenset[str]
    parameters: tuple[dict[str, Any], ...]
    takes_body: bool
    body: dict[str, Any] | None  # the schema of a JSON body
    document: dict[str, Any]

    def __str__(self) -> str:
        return f"{self.method} {self.template}"

    def path(self) -> str:
        """The path with values in it that fit, and that belong to nothing which exists."""
        values = {p["name"]: self.value(p["schema"]) for p in self.parameters if p["in"] == "path"}
        return re.sub(r"{(\w+)}", lambda match: str(values[match[1]]), self.template)

    def request(self) -> dict[str, Any]:
        """The query, headers and JSON body of a request that fits."""
        needed = [p for p in self.parameters if p.get("required")]
        request: dict[str, Any] = {
            "params": {p["name"]: str(self.value(p["schema"])) for p in needed if p["in"] == "query"},
            "headers": {p["name"]: str(self.value(p["schema"])) for p in needed if p["in"] == "header"},
        }
        if self.body is not None:
            request["json"] = self.value(self.body)
        return request

    def resolve(self, schema: dict[str, Any]) -> dict[str, Any]:
        """The schema that a `$ref` points to, or the first that is no null of several."""
        while True:
            if "$ref" in schema:
                for name in (found := self.document, schema["$ref"])[1].removeprefix("#/").split("/"):
                    found = found[name]
                schema = found
            elif several := schema.get("anyOf") or schema.get("oneOf") or schema.get("allOf"):
                schema = next(one for one in several if one.get("type") != "null")
            else:
                return schema

    def value(self, schema: dict[str, Any]) -> Any:
        """A value that fits the schema."""
        schema = self.resolve(schema)
        if "const" in schema or "enum" in schema:
            return schema.get("const", schema.get("enum", [None])[0])
        if "properties" in schema:
            return {name: self.value(schema["properties"][name]) for name in schema.get("required", [])}
        match schema.get("type"):
            case "string":
                return _text(schema)
            case "integer" | "number":
                return schema.get("minimum", 1)
            case "boolean":
                return False
            case "array":
                return [self.value(schema["items"])] * max(1, schema.get("minItems", 1))
            case "object":  # a table: its keys by a schema, its values by another
                key = self.value(schema.get("propertyNames", {"type": "string"}))
                return {key: self.value(schema.get("additionalProperties", {"type": "string"}))}
        return "x"


def _text(schema: dict[str, Any]) -> str:
    match schema.get("format"):
        case "uuid":
            return str(uuid4())
        case "date-time":
            return "2030-01-01T00:00:00Z"
        case "date":
            return "2030-01-01"
    fresh = uuid4().hex[: min(24, schema.get("maxLength", 24))]
    # Of the patterns that texts may have here: a version's number, a digest, or a plain word.
    for candidate in (fresh, "1.0.0", "0" * 64, f"/{fresh}"):
        if re.search(schema.get("pattern", ""), candidate):
            return candidate
    return fresh


def operations_of(document: dict[str, Any], service: str) -> list[Operation]:
    """A service's part of the document."""
    schemes = document.get("components", {}).get("securitySchemes", {})
    found = []
    for template, methods in document["paths"].items():
        if not template.startswith(f"/api/{service}/"):
            continue
        for method, described in methods.items():
            names = [name for requirement in described.get("security", []) for name in requirement]
            content = described.get("requestBody", {}).get("content", {})
            found.append(
                Operation(
                    method=method.upper(),
                    template=template,
                    callers=frozenset(KINDS[schemes[name]["scheme"]] for name in names),
                    parameters=tuple(described.get("parameters", [])),
                    takes_body=bool(content),
                    body=content.get("application/json", {}).get("schema"),
                    document=document,
                )
            )
    return found
