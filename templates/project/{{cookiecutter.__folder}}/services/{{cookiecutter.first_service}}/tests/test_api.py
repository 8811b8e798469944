{%- import "fields.py" as fields with context -%}
from typing import Any
from uuid import uuid4

import pytest
from django.test import Client

pytestmark = pytest.mark.django_db

JSON = "application/json"
RECORDS = "/api/{{ cookiecutter.first_service }}/records"
SOME_ID = uuid4()


def body(**changes: Any) -> dict[str, Any]:
    """A record as it is sent."""
    return { {%- for field in fields.all %}"{{ field.name }}": {{ field.body | default(field.sample) }}{{ ", " if not loop.last }}{% endfor -%} } | changes


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
        ({}, "{{ fields.all[0].name }}"),
{%- for field in fields.all %}
{%- for wrong in field.wrong %}
        (body({{ field.name }}={{ wrong }}), "{{ field.name }}"),
{%- endfor %}
{%- endfor %}
    ],
)
def test_what_is_wrong_is_named(client: Client, basic: dict[str, str], sent: dict[str, Any], field: str) -> None:
    answer = client.put(f"{RECORDS}/{SOME_ID}", sent, content_type=JSON, headers=basic)

    assert answer.status_code == 422
    assert answer.json()["errors"][0]["field"] == field
{%- if fields.all | map(attribute="edges") | select | list %}


@pytest.mark.parametrize(
    ("field", "value"),
    [
{%- for field in fields.all %}
{%- for edge in field.edges %}
        ("{{ field.name }}", {{ edge }}),
{%- endfor %}
{%- endfor %}
    ],
)
def test_what_a_field_can_just_hold_is_given_back(
    client: Client, basic: dict[str, str], field: str, value: Any
) -> None:
    sent = body(**{field: value})

    client.put(f"{RECORDS}/{SOME_ID}", sent, content_type=JSON, headers=basic)

    assert client.get(f"{RECORDS}/{SOME_ID}", headers=basic).json()[field] == value
{%- endif %}


def test_an_unknown_record_is_404_and_says_what_is_unknown(client: Client, basic: dict[str, str]) -> None:
    answer = client.get(f"{RECORDS}/{uuid4()}", headers=basic)

    assert answer.status_code == 404
    assert answer.json()["type"] == "urn:problem:unknown-{{ cookiecutter.first_service }}-record"
