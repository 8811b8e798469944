"""Processes under gunicorn, and a collector that they send to: one trace over two of them, and what forks do to it."""

from collections.abc import Callable, Iterator
from pathlib import Path
from time import monotonic

import pytest
from collector import Collector, running
from opentelemetry.proto.trace.v1.trace_pb2 import Span

from clever.kit.testing.served import Served

pytest.importorskip("gunicorn")
pytestmark = pytest.mark.live
NEVER = "60000"  # milliseconds to the next batch: what arrives before is what was left at the end


@pytest.fixture
def collector() -> Collector:
    return Collector()


@pytest.fixture
def serve(collector: Collector, tmp_path: Path) -> Iterator[Callable[..., Served]]:
    """`serve("front", "--workers=2", BACK_URL=...)`: a project that sends its spans to the collector."""
    started: list[Served] = []
    with running(collector) as address:

        def start(name: str, *options: str, **variables: str) -> Served:
            variables = {"OTEL_EXPORTER_OTLP_ENDPOINT": address, "OTEL_SERVICE_NAME": name, **variables}
            started.append(Served(name, tmp_path, *options, variables=variables))
            return started[-1]

        yield start
        for served in started:
            served.kill()


def test_one_trace_spans_the_caller_and_the_callee(serve: Callable[..., Served], collector: Collector) -> None:
    back = serve("back")
    front = serve("front", BACK_URL=back.url)

    front.http.get("/ask")
    front.stop()
    back.stop()

    by_kind = {(collector.services[span.span_id], span.kind): span for span in collector.spans}
    asked, call = by_kind["front", Span.SPAN_KIND_SERVER], by_kind["front", Span.SPAN_KIND_CLIENT]
    answered, query = by_kind["back", Span.SPAN_KIND_SERVER], by_kind["back", Span.SPAN_KIND_CLIENT]
    assert len(collector.spans) == 4
    assert {span.trace_id for span in collector.spans} == {asked.trace_id}
    assert asked.parent_span_id == b""
    assert call.parent_span_id == asked.span_id
    assert answered.parent_span_id == call.span_id
    assert query.parent_span_id == answered.span_id
    [line] = back.lines()
    assert (line["trace_id"], line["span_id"]) == (asked.trace_id.hex(), answered.span_id.hex())


@pytest.mark.parametrize("options", [(), ("--preload",)], ids=["loaded after the fork", "loaded before it"])
def test_each_worker_sends_its_spans_and_at_its_end_those_that_are_left(
    serve: Callable[..., Served], collector: Collector, options: tuple[str, ...]
) -> None:
    served = serve("back", "--workers=2", *options, OTEL_BSP_SCHEDULE_DELAY=NEVER)
    workers, number = set[int](), 0
    while len(workers) < 2:
        assert number < 500, "all that was asked was asked of one worker"
        workers.add(served.http.get("/things/7").json()["process"])
        number += 1
    assert collector.spans == []

    served.stop()

    of_requests = [span for span in collector.spans if span.kind == Span.SPAN_KIND_SERVER]
    assert len(of_requests) == number
    assert len({span.span_id for span in of_requests}) == number
    assert len(collector.asked) == 2  # one batch a worker


def test_each_worker_sends_while_it_works(serve: Callable[..., Served], collector: Collector) -> None:
    served = serve("back", "--preload", OTEL_BSP_SCHEDULE_DELAY="50")

    served.http.get("/things/7")

    collector.wait_until(lambda: len(collector.spans) == 2)


def test_a_collector_that_hangs_holds_up_no_request_and_hardly_the_end(
    serve: Callable[..., Served], collector: Collector
) -> None:
    served = serve("back", OTEL_BSP_SCHEDULE_DELAY="10", OTEL_EXPORTER_OTLP_TIMEOUT="2")
    collector.hangs.set()

    began = monotonic()
    for _ in range(50):
        served.http.get("/things/7")
    took = monotonic() - began
    stopping = served.stop()

    assert took < 20  # and not the 100 s of 50 that had waited
    assert stopping < 10  # and not the 30 s that the library gives to what is left
    [line] = [line for line in served.lines() if "traces" in line["message"]]
    assert line["message"].endswith("it does not answer (ReadTimeout)")
