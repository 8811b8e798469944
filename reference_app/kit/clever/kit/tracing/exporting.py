"""Send spans to the collector, and say it in one line when it goes away and when it is back.

Nobody waits for this but the thread that sends. What cannot be sent is lost: a trace is not worth a full memory.
"""

import logging
from collections.abc import Sequence

from opentelemetry.exporter.otlp.proto.http import Compression
from opentelemetry.exporter.otlp.proto.http.trace_exporter import OTLPSpanExporter
from opentelemetry.sdk.trace import ReadableSpan
from opentelemetry.sdk.trace.export import SpanExporter, SpanExportResult

from clever.kit.calling.breaker import Breaker, BreakerOpen
from clever.kit.tracing.configuration import Configuration
from clever.kit.tracing.session import Attentive

REST = 5  # seconds for which nothing is sent to a collector that did not take a batch

log = logging.getLogger(__name__)


class NotSent(Exception):
    """The collector has not taken a batch."""


class Exporter(SpanExporter):
    """Sends by another exporter, and rests after a failure: a process with much left to send is to end in time."""

    def __init__(self, exporter: SpanExporter, session: Attentive, collector: str) -> None:
        """`session` is the one that `exporter` sends by, `collector` the name to call it by."""
        self._exporter = exporter
        self._session = session
        self._collector = collector
        self._breaker = Breaker(NotSent, threshold=1, seconds=REST)
        self._away = False

    def export(self, spans: Sequence[ReadableSpan]) -> SpanExportResult:
        try:
            with self._breaker.watching():
                self._send(spans)
        except BreakerOpen:
            return SpanExportResult.FAILURE
        except NotSent:
            if not self._away:
                log.warning(
                    "traces are lost until %s takes them (OTEL_EXPORTER_OTLP_ENDPOINT): %s",
                    self._collector,
                    self._session.came_to,
                )
            self._away = True
            return SpanExportResult.FAILURE
        if self._away:
            log.warning("%s takes traces again", self._collector)
        self._away = False
        return SpanExportResult.SUCCESS

    def shutdown(self) -> None:
        self._exporter.shutdown()

    def force_flush(self, timeout_millis: int = 30000) -> bool:
        return self._exporter.force_flush(timeout_millis)

    def _send(self, spans: Sequence[ReadableSpan]) -> None:
        if self._exporter.export(spans) is not SpanExportResult.SUCCESS:
            raise NotSent


def exporter_to(configuration: Configuration) -> Exporter:
    """One that sends over HTTP, as protobuf."""
    logging.getLogger("opentelemetry.exporter").setLevel(logging.CRITICAL)  # it has several lines for each batch
    session = Attentive()
    exporter = OTLPSpanExporter(
        endpoint=configuration.endpoint,
        headers=configuration.headers,
        timeout=configuration.timeout,
        compression=Compression(configuration.compression),
        session=session,
    )
    return Exporter(exporter, session, configuration.collector)
