"""Spans of database queries: the text with its placeholders, and never a parameter."""

from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from typing import Any

from django.db import connections
from opentelemetry.trace import SpanKind

from {{ cookiecutter.namespace }}.kit.tracing.recorded import recorded


@contextmanager
def recording_queries() -> Iterator[None]:
    """Each query that this thread makes in the block has a span."""
    with ExitStack() as stack:
        for connection in connections.all():
            stack.enter_context(connection.execute_wrapper(_recorded))
        yield


def _recorded(execute: Callable[..., Any], sql: Any, parameters: Any, many: bool, context: dict[str, Any]) -> Any:
    text = str(sql)
    attributes = {"db.system.name": context["connection"].vendor, "db.query.text": text}
    with recorded(text.split(maxsplit=1)[0].upper(), SpanKind.CLIENT, attributes):
        return execute(sql, parameters, many, context)
