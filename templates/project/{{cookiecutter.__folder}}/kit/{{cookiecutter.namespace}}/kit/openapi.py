"""The API's description of itself: each operation may answer with a problem, so each says so."""

from typing import Any

from ninja import NinjaAPI
from ninja.openapi.schema import OpenAPISchema

from {{ cookiecutter.namespace }}.kit.problems import MEDIA_TYPE

PROBLEM: dict[str, Any] = {
    "title": "Problem",
    "description": "Problem details, RFC 9457. A problem may have members of its own beside these.",
    "type": "object",
    "required": ["type", "title", "status", "detail"],
    "properties": {
        "type": {"type": "string", "description": "What it is, for programs."},
        "title": {"type": "string", "description": "What it is, for people; the same each time."},
        "status": {"type": "integer"},
        "detail": {"type": "string", "description": "What it is this time."},
        "errors": {
            "type": "array",
            "items": {
                "type": "object",
                "required": ["field", "message"],
                "properties": {"field": {"type": "string"}, "message": {"type": "string"}},
            },
        },
    },
}
ANSWER = {
    "description": "A problem",
    "content": {MEDIA_TYPE: {"schema": {"$ref": "#/components/schemas/Problem"}}},
}


class DescribedAPI(NinjaAPI):
    """A NinjaAPI whose operations all name problem+json as their answer to whatever goes wrong."""

    def get_openapi_schema(self, **given: Any) -> OpenAPISchema:
        schema = super().get_openapi_schema(**given)
        schema["components"].setdefault("schemas", {})["Problem"] = PROBLEM
        for path in schema["paths"].values():
            for operation in path.values():
                operation["responses"].setdefault("default", ANSWER)
                for parameter in operation.get("parameters", []):
                    # Ninja copies a list of examples out of the schema to where OpenAPI has a table of another form.
                    parameter.pop("examples", None)
        return schema
