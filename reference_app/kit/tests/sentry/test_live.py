"""A project under gunicorn, and what plays Sentry: which errors it is told of, and what they hold."""

import re
from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import pytest
from receiver import Receiver, running

from clever.kit.testing.served import Served

pytest.importorskip("gunicorn")
pytestmark = pytest.mark.live
# No collector, so that spans are made and lost.
TRACED = {"OTEL_EXPORTER_OTLP_ENDPOINT": "http://127.0.0.1:9", "OTEL_EXPORTER_OTLP_TIMEOUT": "0.1"}


@pytest.fixture
def receiver() -> Receiver:
    return Receiver()


@pytest.fixture
def variables() -> dict[str, str]:
    return {"SENTRY_ENVIRONMENT": "staging", "SENTRY_RELEASE": "2026.11"}


@pytest.fixture
def served(receiver: Receiver, tmp_path: Path, variables: dict[str, str]) -> Iterator[Served]:
    with running(receiver) as dsn:
        made = Served("tests", tmp_path, "--preload", variables={"SENTRY_DSN": dsn, **variables})
        yield made
        made.kill()


def test_an_error_that_nobody_expected_is_told_without_what_people_sent(
    served: Served, receiver: Receiver, basic: Any
) -> None:
    thing_id = "77123000-0000-4000-8000-000000000000"
    answer = served.http.post(
        f"/api/kit/broken/{thing_id}?token=secret-query",
        content=b'{"name": "secret-body"}',
        headers={**basic, "Cookie": "sessionid=secret-cookie", "User-Agent": "secret-agent"},
    )
    served.stop()

    assert answer.status_code == 500
    [event] = receiver.events
    [error] = event["exception"]["values"]
    assert (error["type"], error["value"]) == ("ZeroDivisionError", "nobody has expected this, of 23 letters")
    assert (event["environment"], event["release"]) == ("staging", "2026.11")
    assert event["transaction"] == "/api/kit/broken/{thing_id}"
    assert event["request"] == {"method": "POST"}
    assert event["tags"]["request_id"] == answer.headers["X-Request-Id"]
    secrets = ["secret-", thing_id, basic["Authorization"].split()[1]]
    assert not [secret for secret in secrets if secret in receiver.sent]


def test_an_error_of_a_page_is_told_once(served: Served, receiver: Receiver) -> None:
    answer = served.http.get("/page")
    served.stop()

    assert answer.status_code == 500
    [event] = receiver.events
    assert event["exception"]["values"][0]["value"] == "nobody has expected this of a page"


def test_nothing_that_is_expected_is_told(served: Served, receiver: Receiver) -> None:
    paths = ["/api/kit/nothing", "/nothing", "/page/suspicious", "/page/grumbling"]
    for name in ("not-found", "conflict", "callee-away", "database-away"):
        paths += [f"/api/kit/expected/{name}", f"/page/expected/{name}"]

    statuses = {path: served.http.get(path).status_code for path in paths}
    served.http.get("/page")
    served.stop()

    assert statuses["/api/kit/expected/not-found"] == 404
    assert statuses["/api/kit/expected/callee-away"] == statuses["/api/kit/expected/database-away"] == 503
    assert [event["transaction"] for event in receiver.events] == ["/page"]
    assert receiver.kinds == {"event"}  # and no report of what was not told


@pytest.mark.skipif(find_spec("opentelemetry") is None, reason="needs the extra clever-kit[tracing]")
@pytest.mark.parametrize("variables", [TRACED])
def test_beside_traces_it_tells_no_traces_but_whose_span_an_error_is_of(served: Served, receiver: Receiver) -> None:
    served.http.get("/page")
    served.stop()

    [event] = receiver.events
    assert receiver.kinds == {"event"}
    assert re.fullmatch("[0-9a-f]{32}", event["tags"]["trace_id"])
    assert event["tags"]["trace_id"] in [line.get("trace_id") for line in served.lines()]


def test_a_sentry_that_hangs_holds_up_no_request_and_hardly_the_end_and_says_nothing_into_the_log(
    served: Served, receiver: Receiver
) -> None:
    receiver.hangs.set()

    statuses = {served.http.get("/page").status_code for _ in range(10)}
    seconds = served.stop()

    assert statuses == {500}
    assert seconds < 10  # it is given 2
    assert len(served.lines()) >= 10  # all of them JSON
