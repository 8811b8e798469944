"""Whatever comes in, what goes out is an answer or a problem+json, and never a 500 for a caller's mistake."""

from collections.abc import Callable
from typing import Any
from uuid import uuid4

import pytest
from django.test import Client

pytestmark = pytest.mark.usefixtures("addresses")


def post(client: Client, body: bytes) -> Any:
    return client.post("/api/kit/things", body, content_type="application/json")


def test_a_domain_error_is_answered_as_itself_with_its_members(client: Client) -> None:
    thing_id = uuid4()

    answer = client.get(f"/api/kit/things/{thing_id}")

    assert answer.status_code == 404
    assert answer["Content-Type"] == "application/problem+json"
    assert answer.json()["detail"] == f"there is no thing {thing_id}"
    assert answer.json()["tried"] == 3


@pytest.mark.parametrize(
    ("body", "field"),
    [
        (b'{"name": 7}', "name"),
        (b'{"name": null}', "name"),
        (b'{"name": "longer than ten"}', "name"),
        (b'{"name": "\\ud800"}', "name"),
        (b'{"name": "x", "parts": [1, -1]}', "parts.1"),
        (b"{}", "name"),
        (b"[1]", "body"),
        (b"", "body"),
    ],
)
def test_wrong_content_is_unprocessable_and_the_field_is_named(client: Client, body: bytes, field: str) -> None:
    answer = post(client, body)

    assert answer.status_code == 422
    assert answer["Content-Type"] == "application/problem+json"
    assert answer.json()["errors"][0]["field"] == field


@pytest.mark.parametrize(
    "body",
    [b"{", b"\xff\xfe", b"NaN", b'{"name": Infinity}', b"[" * 100_000, b'{"name": ' + b"9" * 10_000 + b"}", b"\x00"],
    ids=["cut", "not UTF-8", "NaN", "Infinity", "deep", "a number of 10,000 digits", "NUL"],
)
def test_a_body_that_cannot_be_read_is_a_bad_request_that_says_why(client: Client, body: bytes) -> None:
    answer = post(client, body)

    assert answer.status_code == 400
    assert answer["Content-Type"] == "application/problem+json"
    assert answer.json()["detail"].startswith("the body is not JSON: ")


def test_a_body_that_is_too_large_is_refused(client: Client, settings: Any) -> None:
    answer = post(client, b'"' + b"x" * settings.DATA_UPLOAD_MAX_MEMORY_SIZE + b'"')

    assert answer.status_code == 413
    assert answer["Content-Type"] == "application/problem+json"


def test_a_body_that_comes_in_chunks_is_told_to_say_its_length(client: Client) -> None:
    answer = client.post("/api/kit/things", content_type="application/json", headers={"Transfer-Encoding": "chunked"})

    assert answer.status_code == 411
    assert answer["Content-Type"] == "application/problem+json"


@pytest.mark.parametrize(
    ("query", "field"), [("limit=0", "limit"), ("limit=101", "limit"), ("limit=x", "limit"), ("limit=1e400", "limit")]
)
def test_a_wrong_query_is_unprocessable_and_named(client: Client, query: str, field: str) -> None:
    answer = client.get(f"/api/kit/things/{uuid4()}?{query}")

    assert answer.status_code == 422
    assert answer.json()["errors"][0]["field"] == field


@pytest.mark.parametrize("thing_id", ["7", "%00", "%ff", "' OR 1=1", "x" * 5_000])
def test_an_id_that_is_no_id_is_the_callers_mistake(client: Client, thing_id: str) -> None:
    answer = client.get(f"/api/kit/things/{thing_id}")

    assert 400 <= answer.status_code < 500
    assert answer["Content-Type"] == "application/problem+json"


@pytest.mark.parametrize("text", ["%ED%A0%80", "%00", "%F0%9F%A6%A6", "%0a"])
def test_what_a_stranger_sent_can_be_told_back(client: Client, text: str) -> None:
    answer = client.get(f"/api/kit/echo/a{text}?more={text}")

    assert answer.status_code in (404, 409)
    assert answer.json()["status"] == answer.status_code


def test_an_unexpected_error_tells_the_caller_nothing_of_our_inside(
    client: Client, caplog: pytest.LogCaptureFixture
) -> None:
    answer = client.get("/api/kit/broken")

    assert answer.status_code == 500
    assert answer["Content-Type"] == "application/problem+json"
    assert "recipe" not in answer.content.decode()
    assert "the secret recipe" in caplog.text


def test_a_status_without_a_class_of_its_own_is_still_the_callers_mistake(client: Client) -> None:
    answer = client.get("/api/kit/teapot")

    assert answer.status_code == 400
    assert answer.json()["detail"] == "short and stout"


def test_who_may_call_is_said_in_the_openapi(client: Client) -> None:
    schema = client.get("/api/openapi.json").json()

    assert "security" not in schema["paths"]["/api/kit/things"]["post"]
    assert len(schema["paths"]["/api/kit/for-services"]["get"]["security"]) == 1
    assert len(schema["paths"]["/api/kit/for-both"]["get"]["security"]) == 2


def test_the_page_of_documentation_asks_no_other_host(client: Client) -> None:
    page = client.get("/api/docs").content.decode()

    assert "openapi.json" in page
    assert "cdn." not in page
    assert 'src="http' not in page
    assert 'href="http' not in page


def test_a_stranger_is_asked_who_it_is(client: Client) -> None:
    answer = client.get("/api/kit/for-services")

    assert answer.status_code == 401
    assert answer["WWW-Authenticate"].startswith("Basic")


def test_the_wrong_kind_of_caller_is_told_so(client: Client, basic: Any, bearer: Callable[..., Any]) -> None:
    assert client.get("/api/kit/for-services", headers=bearer(uuid4())).status_code == 403
    assert client.get("/api/kit/for-devices", headers=basic).status_code == 403


def test_the_right_kind_of_caller_is_let_in(client: Client, basic: Any, bearer: Callable[..., Any]) -> None:
    vid_id = uuid4()

    assert client.get("/api/kit/for-services", headers=basic).json() == {"name": "tests"}
    assert client.get("/api/kit/for-devices", headers=bearer(vid_id)).json() == {"vid_id": str(vid_id)}
    assert client.get("/api/kit/for-both", headers=basic).json() == {"kind": "service"}
    assert client.get("/api/kit/for-both", headers=bearer(vid_id)).json() == {"kind": "device"}
