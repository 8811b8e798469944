from collections.abc import Iterator

import pytest
from django.conf import settings
from opentelemetry.sdk.trace import TracerProvider
from opentelemetry.sdk.trace.export import SimpleSpanProcessor
from opentelemetry.sdk.trace.export.in_memory_span_exporter import InMemorySpanExporter

from clever.kit import spans
from clever.kit.tracing.starting import record_with


@pytest.fixture(scope="session")
def _memory() -> Iterator[InMemorySpanExporter]:
    """Where spans end instead of at a collector. Once a process: a provider cannot be replaced."""
    memory = InMemorySpanExporter()
    provider = TracerProvider()
    provider.add_span_processor(SimpleSpanProcessor(memory))
    middleware = settings.MIDDLEWARE
    record_with(provider)
    yield memory
    spans.record_with(spans.Nobody())
    settings.MIDDLEWARE = middleware


@pytest.fixture
def memory(_memory: InMemorySpanExporter) -> InMemorySpanExporter:
    """The spans of this test: `memory.get_finished_spans()`."""
    _memory.clear()
    return _memory
