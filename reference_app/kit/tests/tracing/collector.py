"""Plays an OpenTelemetry collector: takes what processes send, and knows it as spans."""

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from threading import Event
from time import monotonic, sleep
from typing import Any

from opentelemetry.proto.collector.trace.v1.trace_service_pb2 import ExportTraceServiceRequest

from clever.kit.testing.listening import listening

LONG = 30.0  # seconds, for what takes two where all is well


class Collector:
    """What it was sent. `status` is how it answers; while `hangs` is set it does not."""

    def __init__(self) -> None:
        self.status = 200
        self.hangs = Event()
        self.asked: list[dict[str, str]] = []  # the headers of each request, by their names in small letters
        self.spans: list[Any] = []
        self.services: dict[bytes, str] = {}  # by the ids of their spans

    def take(self, headers: dict[str, str], body: bytes) -> None:
        self.asked.append(headers)
        for part in ExportTraceServiceRequest.FromString(body).resource_spans:
            of_resource = {attribute.key: attribute.value.string_value for attribute in part.resource.attributes}
            for span in (span for scope in part.scope_spans for span in scope.spans):
                self.services[span.span_id] = of_resource["service.name"]
                self.spans.append(span)

    def wait_until(self, condition: Callable[[], bool]) -> None:
        end = monotonic() + LONG
        while not condition():
            assert monotonic() < end, f"{len(self.spans)} spans in {len(self.asked)} batches"
            sleep(0.02)


@contextmanager
def running(collector: Collector) -> Iterator[str]:
    """Its address, for as long as the block lasts."""

    def take(headers: Mapping[str, str], body: bytes) -> int:
        collector.take(dict(headers), body)
        return collector.status

    with listening(take, hangs=collector.hangs) as port:
        yield f"http://127.0.0.1:{port}"
