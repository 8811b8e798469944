"""Traces: what a request is made of, over all services that it passes, sent to an OpenTelemetry collector.

A project installs this app and the extra `clever-kit[tracing]`, and says where the collector is in
OTEL_EXPORTER_OTLP_ENDPOINT. Without the variable nothing happens, and no library of OpenTelemetry is loaded.

Spans tell methods, routes, statuses and the text of queries with their placeholders: never a path, which holds people's
ids, nor a query string, a header, an address or a parameter.
"""
