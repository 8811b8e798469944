import json
import logging
from typing import Any

import pytest
from django.test import Client
from opentelemetry.sdk.trace import ReadableSpan
from opentelemetry.trace import SpanKind, StatusCode

from clever.kit.logs import RequestIdFilter

CALLER = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01"  # a caller's `traceparent`, from its specification


@pytest.fixture
def client() -> Client:
    return Client(raise_request_exception=False)


def server_span(memory: Any) -> ReadableSpan:
    [span] = [span for span in memory.get_finished_spans() if span.kind is SpanKind.SERVER]
    return span


@pytest.mark.django_db
def test_a_request_is_a_span_that_is_named_after_its_route(client: Client, memory: Any) -> None:
    answer = client.get("/things/7")

    span = server_span(memory)
    assert span.name == "GET things/<int:thing_id>"
    assert dict(span.attributes) == {
        "http.request.method": "GET",
        "http.route": "things/<int:thing_id>",
        "http.response.status_code": 200,
        "request_id": answer["X-Request-Id"],
    }


@pytest.mark.django_db
def test_nothing_that_people_send_is_in_a_span(client: Client, memory: Any) -> None:
    headers = {"Cookie": "sessionid=secret-cookie", "User-Agent": "secret-agent"}

    client.post("/things/77123?token=secret-query", b"secret-body", "text/plain", headers=headers)
    client.get("/secret-path/77123", REMOTE_ADDR="203.0.113.77", headers={"Authorization": "Basic secret-credentials"})
    client.get("/broken")

    said = "".join(span.to_json() for span in memory.get_finished_spans())
    assert "things/<int:thing_id>" in said
    assert not [secret for secret in ("secret", "77123", "203.0.113") if secret in said]


@pytest.mark.django_db
def test_a_caller_that_is_traced_is_the_spans_parent(client: Client, memory: Any) -> None:
    client.get("/things/7", headers={"traceparent": CALLER})

    span = server_span(memory)
    assert f"{span.context.trace_id:032x}" == "0af7651916cd43dd8448eb211c80319c"
    assert f"{span.parent.span_id:016x}" == "b7ad6b7169203331"


@pytest.mark.django_db
@pytest.mark.parametrize("header", ["", "nonsense", CALLER.replace("0", "g"), "x" * 10_000])
def test_what_is_no_caller_begins_a_trace_of_its_own(
    client: Client, memory: Any, header: str, caplog: pytest.LogCaptureFixture
) -> None:
    client.get("/refused", headers={"traceparent": header})

    assert server_span(memory).parent is None
    assert caplog.records == []


def test_a_caller_that_is_not_recorded_is_not_recorded_here_either(client: Client, memory: Any) -> None:
    client.get("/refused", headers={"traceparent": CALLER.removesuffix("01") + "00"})

    assert memory.get_finished_spans() == ()


@pytest.mark.django_db
@pytest.mark.parametrize("probe", ["/healthz", "/readyz"])
def test_probes_are_no_part_of_any_trace(client: Client, memory: Any, probe: str) -> None:
    answer = client.get(probe)

    assert answer.status_code == 200
    assert memory.get_finished_spans() == ()


@pytest.mark.parametrize(("path", "status"), [("/broken", 500), ("/away", 503)])
def test_an_answer_that_is_our_failure_fails_the_span(client: Client, memory: Any, path: str, status: int) -> None:
    client.get(path)

    span = server_span(memory)
    assert span.status.status_code is StatusCode.ERROR
    assert span.attributes["error.type"] == str(status)


@pytest.mark.parametrize("path", ["/refused", "/nowhere"])
def test_an_answer_that_is_the_callers_failure_does_not(client: Client, memory: Any, path: str) -> None:
    client.get(path)

    span = server_span(memory)
    assert span.attributes["http.response.status_code"] == 404
    assert span.status.status_code is StatusCode.UNSET


def test_a_method_of_a_strangers_own_is_not_repeated(client: Client, memory: Any) -> None:
    client.generic("SHOUT", "/refused")

    span = server_span(memory)
    assert span.attributes["http.request.method"] == "_OTHER"
    assert "SHOUT" not in span.to_json()


@pytest.mark.django_db
def test_each_line_of_the_log_has_the_ids_of_the_span_that_it_was_written_in(
    client: Client, memory: Any, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.handler.addFilter(RequestIdFilter())
    caplog.set_level(logging.INFO, logger="access")

    client.get("/things/7")
    client.get("/away")  # of which Django itself writes, when the span is over

    looked, access, access_of_away, django = caplog.records
    of_things, of_away = (span for span in memory.get_finished_spans() if span.kind is SpanKind.SERVER)
    assert looked.name == "web"
    for line, span in [(looked, of_things), (access, of_things), (access_of_away, of_away), (django, of_away)]:
        assert (line.trace_id, line.span_id) == (f"{span.context.trace_id:032x}", f"{span.context.span_id:016x}")
        assert line.request_id == span.attributes["request_id"]


def test_a_host_that_is_not_ours_is_refused_as_without_tracing(client: Client, memory: Any, settings: Any) -> None:
    settings.ALLOWED_HOSTS = ["localhost"]

    answer = client.get("/api/refused", headers={"Host": "elsewhere.example"})

    assert (answer.status_code, json.loads(answer.content)["status"]) == (400, 400)
    assert answer["X-Request-Id"] == server_span(memory).attributes["request_id"]
