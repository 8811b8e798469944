"""Documents that were written apart, read as one."""

from copy import deepcopy
from importlib import import_module
from json import dumps, loads
from typing import Any

from {{ cookiecutter.namespace }}.kit.api import make_api
from {{ cookiecutter.namespace }}.service.backoffice.merging import merged

UUID = {"type": "string", "format": "uuid"}


def document(path: str, *, schemas: dict[str, Any], uses: str, **components: Any) -> dict[str, Any]:
    """A service's document with one operation, which answers with the schema `uses`."""
    answer = {"content": {"application/json": {"schema": {"$ref": f"#/components/schemas/{uses}"}}}}
    operation = {"operationId": path, "responses": {200: answer}, "security": [{"Service": []}]}
    return {"paths": {path: {"get": operation}}, "components": {"schemas": schemas, **components}}


def answer_of(whole: dict[str, Any], path: str) -> str:
    reference: str = whole["paths"][path]["get"]["responses"][200]["content"]["application/json"]["schema"]["$ref"]
    return reference.removeprefix("#/components/schemas/")


def test_every_services_paths_are_there() -> None:
    whole = merged({"a": document("/api/a/x", schemas={}, uses="X"), "b": document("/api/b/x", schemas={}, uses="X")})

    assert list(whole["paths"]) == ["/api/a/x", "/api/b/x"]


def test_what_is_the_same_is_there_once() -> None:
    item = {"Item": {"type": "object"}}

    whole = merged({"a": document("/a", schemas=item, uses="Item"), "b": document("/b", schemas=item, uses="Item")})

    assert whole["components"]["schemas"] == item
    assert answer_of(whole, "/a") == answer_of(whole, "/b") == "Item"


def test_what_has_the_same_name_and_is_something_else_gets_another_and_its_users_follow() -> None:
    old, new = {"Item": {"type": "string"}}, {"Item": {"type": "object"}}

    whole = merged({"a": document("/a", schemas=old, uses="Item"), "b": document("/b", schemas=new, uses="Item")})

    assert whole["components"]["schemas"] == {"Item": {"type": "string"}, "b.Item": {"type": "object"}}
    assert answer_of(whole, "/a") == "Item"
    assert answer_of(whole, "/b") == "b.Item"


def test_what_reads_the_same_and_speaks_of_something_else_is_something_else() -> None:
    page = {"type": "array", "items": {"$ref": "#/components/schemas/Item"}}
    book = {"type": "object", "properties": {"first": {"$ref": "#/components/schemas/Page"}}}
    old = {"Item": {"type": "string"}, "Page": page, "Book": book}
    new = {"Item": {"type": "object"}, "Page": page, "Book": book}

    whole = merged({"a": document("/a", schemas=old, uses="Book"), "b": document("/b", schemas=new, uses="Book")})

    schemas = whole["components"]["schemas"]
    assert answer_of(whole, "/b") == "b.Book"
    assert schemas["b.Book"]["properties"]["first"]["$ref"] == "#/components/schemas/b.Page"
    assert schemas["b.Page"]["items"]["$ref"] == "#/components/schemas/b.Item"
    assert schemas["Page"]["items"]["$ref"] == "#/components/schemas/Item"


def test_a_discriminators_table_follows_too() -> None:
    either = {"discriminator": {"propertyName": "kind", "mapping": {"item": "#/components/schemas/Item"}}}
    old, new = {"Item": {"type": "string"}}, {"Item": {"type": "object"}, "Either": either}

    whole = merged({"a": document("/a", schemas=old, uses="Item"), "b": document("/b", schemas=new, uses="Either")})

    mapping = whole["components"]["schemas"]["Either"]["discriminator"]["mapping"]
    assert mapping == {"item": "#/components/schemas/b.Item"}


def test_schemes_of_security_are_merged_by_the_same_rule() -> None:
    basic, bearer = {"Service": {"type": "http", "scheme": "basic"}}, {"Service": {"type": "http", "scheme": "bearer"}}

    whole = merged(
        {
            "a": document("/a", schemas={}, uses="X", securitySchemes=basic),
            "b": document("/b", schemas={}, uses="X", securitySchemes=bearer),
        }
    )

    assert whole["components"]["securitySchemes"] == {"Service": basic["Service"], "b.Service": bearer["Service"]}
    assert whole["paths"]["/a"]["get"]["security"] == [{"Service": []}]
    assert whole["paths"]["/b"]["get"]["security"] == [{"b.Service": []}]


def test_a_property_that_is_called_like_a_scheme_keeps_its_name() -> None:
    schemas = {"Post": {"properties": {"Service": UUID}}}
    basic, bearer = {"Service": {"scheme": "basic"}}, {"Service": {"scheme": "bearer"}}

    whole = merged(
        {
            "a": document("/a", schemas={}, uses="X", securitySchemes=basic),
            "b": document("/b", schemas=schemas, uses="Post", securitySchemes=bearer),
        }
    )

    assert whole["components"]["schemas"]["Post"] == {"properties": {"Service": UUID}}


def test_nothing_makes_an_empty_document() -> None:
    assert merged({}) == {"paths": {}, "components": {}}


def test_what_the_services_say_apart_is_what_one_api_of_them_all_would_say() -> None:
    names = {"vid": ["vid"], "player": ["player"], "coupon": ["coupon"], "app": ["app", "archive"]}

    whole = merged({project: described(*services) for project, services in names.items()})

    one = described(*[service for services in names.values() for service in services])
    assert len(whole["paths"]) > 20
    assert whole == {"paths": one["paths"], "components": one["components"]}


def described(*services: str) -> dict[str, Any]:
    """What a project with these services says of its API, as JSON."""
    api = make_api(title="Under test")
    for service in services:
        # A copy, since a router belongs to one API.
        api.add_router(f"/{service}", deepcopy(import_module(f"{{ cookiecutter.namespace }}.service.{service}.api").router))
    document: dict[str, Any] = loads(dumps(api.get_openapi_schema(path_prefix="/api/")))
    return document
