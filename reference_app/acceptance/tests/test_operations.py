import re
from typing import Any
from uuid import UUID

import pytest

from clever.acceptance.operations import Operation, operations_of

DOCUMENT: dict[str, Any] = {
    "paths": {
        "/api/coupon/campaigns/{campaign_id}/codes": {
            "post": {
                "parameters": [
                    {"in": "path", "name": "campaign_id", "schema": {"type": "string", "format": "uuid"}},
                    {"in": "header", "name": "Key", "schema": {"type": "string"}, "required": True},
                    {"in": "query", "name": "limit", "schema": {"type": "integer"}},
                ],
                "requestBody": {"content": {"application/json": {"schema": {"$ref": "#/components/schemas/Make"}}}},
                "security": [{"_Device": []}, {"_Service": []}],
            },
            "get": {"parameters": []},
        },
        "/api/couponing": {"get": {}},
    },
    "components": {
        "securitySchemes": {"_Device": {"scheme": "bearer"}, "_Service": {"scheme": "basic"}},
        "schemas": {
            "Make": {
                "type": "object",
                "required": ["count", "kind", "names", "at", "table"],
                "properties": {
                    "count": {"type": "integer", "minimum": 3},
                    "kind": {"enum": ["ios", "android"]},
                    "names": {"type": "array", "items": {"type": "string", "pattern": "^[a-z0-9]+$"}},
                    "at": {"anyOf": [{"type": "null"}, {"type": "string", "format": "date-time"}]},
                    "table": {
                        "type": "object",
                        "propertyNames": {"enum": ["ko", "en"]},
                        "additionalProperties": {"type": "boolean"},
                    },
                    "note": {"type": "string"},
                },
            }
        },
    },
}


@pytest.fixture
def operation() -> Operation:
    return operations_of(DOCUMENT, "coupon")[0]


def test_a_services_operations_are_those_below_its_own_path() -> None:
    assert list(map(str, operations_of(DOCUMENT, "coupon"))) == [
        "POST /api/coupon/campaigns/{campaign_id}/codes",
        "GET /api/coupon/campaigns/{campaign_id}/codes",
    ]


def test_who_may_call_is_read_from_the_security_schemes(operation: Operation) -> None:
    assert operation.callers == {"device", "service"}
    assert operations_of(DOCUMENT, "coupon")[1].callers == frozenset()


def test_a_path_is_filled_with_ids(operation: Operation) -> None:
    match = re.fullmatch("/api/coupon/campaigns/(.+)/codes", operation.path())

    assert match is not None
    assert str(UUID(match[1])) == match[1]


def test_a_request_holds_what_is_required_and_fits_its_schema(operation: Operation) -> None:
    request = operation.request()

    assert set(request["headers"]) == {"Key"}
    assert request["params"] == {}
    body = request["json"]
    assert body.pop("names")[0].isalnum()
    assert body == {"count": 3, "kind": "ios", "at": "2030-01-01T00:00:00Z", "table": {"ko": False}}
