"""Spans of what kit and the contracts tell of."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager

from opentelemetry.trace import Span, SpanKind, format_span_id, format_trace_id, get_current_span
from opentelemetry.trace.propagation.tracecontext import TraceContextTextMapPropagator

from clever.kit.tracing.recorded import fail, recorded

# `traceparent` and its companion. The library's default passes baggage on as well: whatever a stranger has sent.
PROPAGATOR = TraceContextTextMapPropagator()


class OpenTelemetry:
    """A Recorder (`clever.kit.spans`) that makes spans of OpenTelemetry."""

    @contextmanager
    def calling(self, method: str, service: str) -> Iterator["Call"]:
        attributes = {"http.request.method": method, "service.peer.name": service}
        with recorded(f"{method} {service}", SpanKind.CLIENT, attributes) as span:
            yield Call(span)

    @contextmanager
    def doing(self, what: str) -> Iterator[None]:
        with recorded(what, SpanKind.INTERNAL, {}):
            yield

    def ids(self) -> Mapping[str, str]:
        context = get_current_span().get_span_context()
        if not context.is_valid:
            return {}
        return {"trace_id": format_trace_id(context.trace_id), "span_id": format_span_id(context.span_id)}


class Call:
    """A call that is under way, as its span has it."""

    def __init__(self, span: Span) -> None:
        self._span = span
        self.headers: dict[str, str] = {}
        PROPAGATOR.inject(self.headers)

    def answered(self, status: int) -> None:
        """To whoever calls, each answer that is an error has failed."""
        self._span.set_attribute("http.response.status_code", status)
        if status >= 400:
            fail(self._span, str(status))
