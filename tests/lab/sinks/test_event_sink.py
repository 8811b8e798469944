import gzip
import threading
from collections.abc import Iterator
from typing import Any

import httpx2
import pytest

import lab
from lab.sinks.envelopes import LARGEST

ENVELOPE = b'{"event_id": "1"}\n{"type": "event"}\n{"message": "hello"}\n'
pytestmark = pytest.mark.live


@pytest.fixture
def sink() -> Iterator[lab.EventSink]:
    with lab.event_sink() as sink:
        yield sink


def address(sink: lab.EventSink, path: str = "/api/1/envelope/") -> str:
    return f"http://{sink.dsn.split('@')[1].split('/')[0]}{path}"


def send(sink: lab.EventSink, body: bytes, *, path: str = "/api/1/envelope/", key: str = "", **headers: str) -> Any:
    key = key or sink.dsn.split("//")[1].split("@")[0]
    said = {"X-Sentry-Auth": f"Sentry sentry_key={key}, sentry_version=7", **headers}
    return httpx2.post(address(sink, path), content=body, headers=said, trust_env=False, timeout=5)


def test_an_error_that_sentry_sdk_catches_arrives_with_its_stack_release_and_variables(sink: lab.EventSink):
    import sentry_sdk

    client = sentry_sdk.Client(dsn=sink.dsn, release="cafe@7", http_proxy="", default_integrations=False)
    guests = 0
    with sentry_sdk.new_scope() as scope:
        scope.set_client(client)
        scope.set_tag("request_id", "abc")
        try:
            10 / guests
        except ZeroDivisionError:
            sentry_sdk.capture_exception()
    client.close(timeout=5)

    [event] = sink.wait(1)
    assert event.error == "ZeroDivisionError: division by zero"
    assert "test_event_sink" in event.place
    assert event.variables["guests"] == "0"
    assert (event.release, event.tags["request_id"]) == ("cafe@7", "abc")


def test_a_packed_envelope_is_taken(sink: lab.EventSink):
    answer = send(sink, gzip.compress(ENVELOPE), **{"Content-Encoding": "gzip"})

    assert answer.status_code == 200
    assert [event.error for event in sink.wait(1)] == ["hello"]


def test_a_wrong_key_another_path_and_nonsense_are_refused_and_nothing_is_kept(sink: lab.EventSink):
    assert send(sink, ENVELOPE, key="0" * 32).status_code == 403
    assert httpx2.post(address(sink), content=ENVELOPE, trust_env=False).status_code == 403
    assert send(sink, ENVELOPE, path="/api/1/store/").status_code == 404
    assert send(sink, b"nonsense").status_code == 400
    assert send(sink, b"0" * (LARGEST + 1)).status_code == 413

    assert sink.events == []


def test_events_of_many_senders_are_all_kept(sink: lab.EventSink):
    senders = [threading.Thread(target=send, args=(sink, ENVELOPE)) for _ in range(20)]
    for sender in senders:
        sender.start()

    assert len(sink.wait(20)) == 20
    for sender in senders:
        sender.join()
    sink.clear()
    assert sink.events == []


def test_waiting_for_an_event_that_does_not_come_ends_with_a_line_that_helps(sink: lab.EventSink):
    with pytest.raises(lab.LabError, match="0 of 1 events came"):
        sink.wait(1, seconds=0.05)


def test_a_closed_sink_keeps_its_events_and_listens_no_more(sink: lab.EventSink):
    send(sink, ENVELOPE)

    sink.close()
    sink.close()

    assert len(sink.events) == 1
    with pytest.raises(httpx2.ConnectError):
        send(sink, ENVELOPE)


def test_a_sink_shows_what_came_and_not_its_key(sink: lab.EventSink):
    assert "No events yet" in sink.text()
    send(sink, ENVELOPE)

    assert "hello" in sink.html()
    assert sink.dsn.split("//")[1].split("@")[0] not in sink.text() + sink.html()
