from typing import Any
from uuid import uuid4

import pytest
from django.test import Client

pytestmark = pytest.mark.django_db

JSON = "application/json"
RECORDS = "/api/attendance/records"
SOME_ID = uuid4()


def body(**changes: Any) -> dict[str, Any]:
    """A record as it is sent."""
    return {"player_id": str(SOME_ID), "at": "2026-03-02T09:30:00+09:00"} | changes


def test_a_service_writes_a_record_down_and_finds_it(client: Client, basic: dict[str, str]) -> None:
    made = client.put(f"{RECORDS}/{SOME_ID}", body(), content_type=JSON, headers=basic)

    assert made.status_code == 200
    assert client.get(f"{RECORDS}/{SOME_ID}", headers=basic).json() == made.json()
    assert client.get(RECORDS, headers=basic).json() == {"items": [made.json()], "next": None}


@pytest.mark.parametrize(("method", "path"), [("GET", ""), ("PUT", f"/{SOME_ID}"), ("GET", f"/{SOME_ID}")])
def test_records_are_the_business_of_services(client: Client, bearer: Any, method: str, path: str) -> None:
    asked = {"method": method, "path": RECORDS + path, "data": "{}", "content_type": JSON}

    assert client.generic(**asked).status_code == 401
    assert client.generic(**asked, headers=bearer(uuid4())).status_code == 403


@pytest.mark.parametrize(
    ("sent", "field"),
    [
        ({}, "player_id"),
        (body(player_id="seven"), "player_id"),
        (body(at="yesterday"), "at"),
        (body(at="2026-03-02T09:30:00"), "at"),
        (body(at="9999-12-31T23:59:59Z"), "at"),
    ],
)
def test_what_is_wrong_is_named(client: Client, basic: dict[str, str], sent: dict[str, Any], field: str) -> None:
    answer = client.put(f"{RECORDS}/{SOME_ID}", sent, content_type=JSON, headers=basic)

    assert answer.status_code == 422
    assert answer.json()["errors"][0]["field"] == field


def test_an_unknown_record_is_404_and_says_what_is_unknown(client: Client, basic: dict[str, str]) -> None:
    answer = client.get(f"{RECORDS}/{uuid4()}", headers=basic)

    assert answer.status_code == 404
    assert answer.json()["type"] == "urn:problem:unknown-attendance-record"
