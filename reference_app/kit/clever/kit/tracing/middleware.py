"""A span for each request, as the child of the caller's where one says so."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from opentelemetry.trace import Span, SpanKind

from clever.kit import spans
from clever.kit.tracing.queries import recording_queries
from clever.kit.tracing.recorded import fail, recorded
from clever.kit.tracing.recording import PROPAGATOR

PROBES = {"/healthz", "/readyz"}  # every few seconds, for ever; nobody asks where their time went
METHODS = {"GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE", "CONNECT"}


class TracingMiddleware:
    """Record method, route, status and request id: what the access log tells, and nothing that it keeps to itself."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if request.path_info in PROBES:
            return self.get_response(request)
        method = request.method if request.method in METHODS else "_OTHER"  # a stranger may send any word
        attributes = {"http.request.method": method}
        parent = PROPAGATOR.extract(request.headers)
        with recorded(method, SpanKind.SERVER, attributes, parent) as span, recording_queries():
            request.span_ids = spans.ids()  # type: ignore[attr-defined]
            response = self.get_response(request)
            _describe(span, method, request, response)
        return response


def _describe(span: Span, method: str, request: HttpRequest, response: HttpResponse) -> None:
    """What is known only afterwards. A 4xx is the caller's error, and no failure of this service."""
    span.set_attribute("http.response.status_code", response.status_code)
    span.set_attribute("request_id", getattr(request, "request_id", ""))
    if match := request.resolver_match:
        span.set_attribute("http.route", match.route)
        span.update_name(f"{method} {match.route}")
    if response.status_code >= 500:
        fail(span, str(response.status_code))
