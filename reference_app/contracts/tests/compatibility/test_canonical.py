"""What of a description counts."""

import json
from typing import Any

from clever.contracts.compatibility.canonical import canonical, text

from .descriptions import SCHEMES, content, fields

TEXT = {"type": "string"}


def openapi(**operation: Any) -> dict[str, Any]:
    return {
        "openapi": "3.1.0",
        "info": {"title": "kettle", "version": "1"},
        "paths": {"/kettles": {"post": {"responses": {}, **operation}}},
        "components": {},
    }


def test_texts_and_examples_do_not_count() -> None:
    parameter = {"in": "query", "name": "size", "schema": {"title": "Size", **TEXT}}
    plain = openapi(parameters=[parameter], responses={200: content(TEXT)})
    told = openapi(
        summary="Boil",
        description="Boils.",
        operationId="boil_2",
        tags=["kettle"],
        parameters=[{**parameter, "description": "How large.", "schema": {**TEXT, "examples": ["small"]}}],
        responses={200: {"description": "Hot", **content({"description": "Hot.", **TEXT})}},
    )

    assert canonical(told) == canonical(plain)


def test_a_field_may_be_called_as_a_text_is() -> None:
    body = fields("title", title={"title": "Title", **TEXT}, description=TEXT)

    kept = canonical(openapi(requestBody=content(body)))["paths"]["/kettles"]["post"]["requestBody"]

    assert kept["content"]["application/json"]["schema"] == fields("title", title=TEXT, description=TEXT)


def test_order_does_not_count_where_it_means_nothing() -> None:
    one = openapi(
        parameters=[{"in": "query", "name": "b"}, {"in": "query", "name": "a"}],
        security=[{"service": []}, {"device": []}],
        requestBody=content({"anyOf": [{"enum": [2, 1]}, fields("b", "a"), {"type": ["string", "null"]}]}),
    )
    other = openapi(
        parameters=[{"in": "query", "name": "a"}, {"in": "query", "name": "b"}],
        security=[{"device": []}, {"service": []}],
        requestBody=content({"anyOf": [{"type": ["null", "string"]}, {"enum": [1, 2]}, fields("a", "b")]}),
    )

    assert text(canonical(one)) == text(canonical(other))


def test_order_counts_in_a_tuple_and_in_a_default() -> None:
    said = {"type": "array", "prefixItems": [TEXT, {"type": "null"}], "default": ["b", "a"]}

    kept = canonical(openapi(requestBody=content(said)))["paths"]["/kettles"]["post"]["requestBody"]

    assert kept["content"]["application/json"]["schema"] == said


def test_schemas_that_nothing_refers_to_do_not_count() -> None:
    reference = "#/components/schemas/"
    schemas = {
        "Cup": fields(pot={"$ref": f"{reference}Pot"}),
        "Pot": fields(cups={"type": "array", "items": {"$ref": f"{reference}Cup"}}),
        "Spoon": TEXT,
    }

    kept = canonical(openapi(requestBody=content({"$ref": f"{reference}Cup"})) | {"components": {"schemas": schemas}})

    assert sorted(kept["components"]["schemas"]) == ["Cup", "Pot"]


def test_an_operation_has_the_security_of_all_where_it_says_nothing_of_its_own() -> None:
    of_all = {"security": [{"service": []}], "components": {"securitySchemes": SCHEMES}}

    said = canonical(openapi() | of_all)["paths"]["/kettles"]["post"]
    of_its_own = canonical(openapi(security=[]) | of_all)["paths"]["/kettles"]["post"]

    assert said["security"] == [{"service": []}]
    assert of_its_own["security"] == []


def test_a_description_that_was_written_and_read_is_the_same() -> None:
    kept = canonical(openapi(responses={200: content(TEXT)}) | {"x-problems": {"urn:problem:no-water": 409}})

    assert json.loads(text(kept)) == kept
    assert canonical(kept) == kept
