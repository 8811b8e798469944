from collections.abc import Iterator
from types import SimpleNamespace
from typing import Any

import pytest
from collector import Collector, running
from opentelemetry.sdk.trace import TracerProvider
from opentelemetry.sdk.trace.export import SpanExportResult

from clever.kit.tracing.configuration import Configuration
from clever.kit.tracing.exporting import REST, Exporter, exporter_to

LOST, SENT = SpanExportResult.FAILURE, SpanExportResult.SUCCESS
SPAN: Any = TracerProvider().get_tracer("tests").start_span("a span")
SPAN.end()


@pytest.fixture
def collector() -> Collector:
    return Collector()


@pytest.fixture
def exporter(collector: Collector) -> Iterator[Exporter]:
    with running(collector) as address:
        configuration = Configuration(
            service="tests",
            endpoint=f"{address.replace('//', '//somebody:secret@')}/v1/traces",
            headers={"api-key": "a key"},
            timeout=0.3,
            compression="none",
            queue=1,
            batch=1,
            delay=1,
        )
        yield exporter_to(configuration)


@pytest.fixture
def said(caplog: pytest.LogCaptureFixture) -> Any:
    """What is written into the log, of whichever logger."""
    return SimpleNamespace(lines=lambda: [record.getMessage() for record in caplog.records])


@pytest.fixture
def rested(monkeypatch: pytest.MonkeyPatch) -> Any:
    """`rested()`: the time goes by for which nothing is sent after a failure."""
    import circuitbreaker

    passed = SimpleNamespace(seconds=0.0)
    clock = circuitbreaker.monotonic
    monkeypatch.setattr(circuitbreaker, "monotonic", lambda: clock() + passed.seconds)
    return lambda: setattr(passed, "seconds", passed.seconds + REST + 1)


def test_spans_arrive_with_the_headers_that_the_collector_wants(exporter: Exporter, collector: Collector) -> None:
    result = exporter.export([SPAN])

    assert result is SENT
    assert [span.name for span in collector.spans] == ["a span"]
    assert collector.asked[0]["api-key"] == "a key"


def test_a_collector_that_takes_nothing_is_said_once_and_by_whom(
    exporter: Exporter, collector: Collector, said: Any, rested: Any
) -> None:
    collector.status = 401

    for _ in range(3):
        assert exporter.export([SPAN]) is LOST
        rested()

    assert len(collector.asked) == 3
    [line] = said.lines()
    assert line.startswith("traces are lost until 127.0.0.1:")
    assert line.endswith("(OTEL_EXPORTER_OTLP_ENDPOINT): it answered 401")


def test_a_collector_that_does_not_answer_is_given_up_in_time(
    exporter: Exporter, collector: Collector, said: Any
) -> None:
    collector.hangs.set()

    assert exporter.export([SPAN]) is LOST

    assert "it does not answer (ReadTimeout)" in said.lines()[0]


def test_after_a_failure_nothing_is_sent_for_a_while(exporter: Exporter, collector: Collector, rested: Any) -> None:
    collector.status = 400
    exporter.export([SPAN])
    collector.status = 200

    assert exporter.export([SPAN]) is LOST
    rested()
    assert exporter.export([SPAN]) is SENT

    assert len(collector.asked) == 2


def test_a_collector_that_is_back_is_said_once_as_well(
    exporter: Exporter, collector: Collector, said: Any, rested: Any
) -> None:
    collector.status = 400
    exporter.export([SPAN])
    collector.status = 200
    rested()

    exporter.export([SPAN])
    exporter.export([SPAN])

    assert [line.partition(" takes ")[2] for line in said.lines()[1:]] == ["traces again"]
    assert "secret" not in "".join(said.lines())
