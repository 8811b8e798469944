from typing import Any

import pytest
from opentelemetry.baggage import set_baggage
from opentelemetry.context import attach, detach
from opentelemetry.trace import SpanKind, StatusCode

from clever.kit import spans
from clever.kit.calling import together


def test_a_call_is_a_span_whose_child_the_callees_will_be(memory: Any) -> None:
    with spans.doing("keep a promise"), spans.calling("GET", "player") as call:
        call.answered(200)

    called, kept = memory.get_finished_spans()
    assert (called.name, called.kind) == ("GET player", SpanKind.CLIENT)
    assert called.parent.span_id == kept.context.span_id
    _version, trace_id, span_id, _flags = call.headers["traceparent"].split("-")
    assert (trace_id, span_id) == (f"{called.context.trace_id:032x}", f"{called.context.span_id:016x}")
    assert dict(called.attributes) == {
        "http.request.method": "GET",
        "service.peer.name": "player",
        "http.response.status_code": 200,
    }
    assert called.status.status_code is StatusCode.UNSET


@pytest.mark.parametrize("status", [404, 503])
def test_an_answer_that_is_an_error_fails_the_span(memory: Any, status: int) -> None:
    with spans.calling("GET", "player") as call:
        call.answered(status)

    [span] = memory.get_finished_spans()
    assert span.status.status_code is StatusCode.ERROR
    assert span.attributes["error.type"] == str(status)


def test_no_answer_fails_the_span_and_is_named_without_what_it_says(memory: Any) -> None:
    with pytest.raises(ConnectionError), spans.calling("GET", "player"):
        raise ConnectionError("http://secret@player/")

    [span] = memory.get_finished_spans()
    assert span.status.status_code is StatusCode.ERROR
    assert span.attributes["error.type"] == "ConnectionError"
    assert "secret" not in span.to_json()


def test_work_that_no_request_asks_for_is_a_trace_of_its_own(memory: Any) -> None:
    with spans.doing("keep a promise"):
        pass

    [span] = memory.get_finished_spans()
    assert (span.name, span.parent) == ("keep a promise", None)


def test_calls_that_are_made_side_by_side_are_parts_of_one_trace(memory: Any) -> None:
    def call() -> None:
        with spans.calling("GET", "player"):
            pass

    with spans.doing("ask two"):
        together(one=call, other=call)

    *calls, asked = memory.get_finished_spans()
    assert [span.parent.span_id for span in calls] == [asked.context.span_id] * 2


def test_what_a_caller_has_put_into_its_baggage_is_not_passed_on(memory: Any) -> None:
    token = attach(set_baggage("who", "a stranger"))
    with spans.calling("GET", "player") as call:
        pass
    detach(token)

    assert list(call.headers) == ["traceparent"]


def test_there_are_ids_inside_of_a_span_and_none_outside(memory: Any) -> None:
    with spans.doing("keep a promise"):
        inside = dict(spans.ids())

    [span] = memory.get_finished_spans()
    assert inside == {"trace_id": f"{span.context.trace_id:032x}", "span_id": f"{span.context.span_id:016x}"}
    assert spans.ids() == {}
