"""A span around something that is done."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager

from opentelemetry.context import Context
from opentelemetry.trace import Span, SpanKind, StatusCode, get_tracer

TRACER = get_tracer("{{ cookiecutter.namespace }}.kit.tracing")


@contextmanager
def recorded(
    name: str, kind: SpanKind, attributes: Mapping[str, str | int], context: Context | None = None
) -> Iterator[Span]:
    """A span as long as the block lasts. An error that ends it is named; what it says is for the log alone.

    `context` holds the span's parent, where that is not the one that this is done in.
    """
    with TRACER.start_as_current_span(
        name, context, kind, attributes, record_exception=False, set_status_on_exception=False
    ) as span:
        try:
            yield span
        except Exception as error:
            fail(span, type(error).__qualname__)
            raise


def fail(span: Span, error_type: str) -> None:
    """Mark what the span is about as failed. `error_type` is an exception's name, or a status."""
    span.set_attribute("error.type", error_type)
    span.set_status(StatusCode.ERROR)
