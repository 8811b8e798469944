"""Set tracing up, once a process. What is made here goes along over a fork: gunicorn may load a project before it."""

import logging

from django.conf import settings
from opentelemetry import trace
from opentelemetry.sdk.resources import Resource
from opentelemetry.sdk.trace import TracerProvider
from opentelemetry.sdk.trace.export import BatchSpanProcessor

from {{ cookiecutter.namespace }}.kit import spans
from {{ cookiecutter.namespace }}.kit.tracing.configuration import Configuration, read_configuration
from {{ cookiecutter.namespace }}.kit.tracing.exporting import exporter_to
from {{ cookiecutter.namespace }}.kit.tracing.recording import OpenTelemetry

MIDDLEWARE = "{{ cookiecutter.namespace }}.kit.tracing.middleware.TracingMiddleware"


def start() -> None:
    """Record spans from now on, and send them. Raises ConfigurationError."""
    record_with(make_provider(read_configuration()))


def make_provider(configuration: Configuration) -> TracerProvider:
    """One that sends from a thread of its own, which each fork begins anew; what is left is sent at a process's end."""
    provider = TracerProvider(resource=Resource.create({"service.name": configuration.service}))
    provider.add_span_processor(
        BatchSpanProcessor(
            exporter_to(configuration),
            max_queue_size=configuration.queue,
            max_export_batch_size=configuration.batch,
            schedule_delay_millis=configuration.delay,
        )
    )
    return provider


def record_with(provider: TracerProvider) -> None:
    """Have requests, calls and later work recorded by `provider`, and whatever else a project has instrumented."""
    # It has a line for each header that is too long, and a stranger may send those by the thousand.
    logging.getLogger("opentelemetry.trace.propagation").setLevel(logging.ERROR)
    trace.set_tracer_provider(provider)
    spans.record_with(OpenTelemetry())
    # Before all others, so that what these log is part of the span.
    settings.MIDDLEWARE = [MIDDLEWARE, *settings.MIDDLEWARE]
