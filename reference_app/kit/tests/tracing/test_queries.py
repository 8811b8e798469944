from typing import Any

import pytest
from django.db import DatabaseError, connection, transaction
from opentelemetry.trace import StatusCode

from clever.kit.tracing.queries import recording_queries

pytestmark = pytest.mark.django_db


def query(sql: str, *parameters: str) -> None:
    with connection.cursor() as cursor:
        cursor.execute(sql, parameters)


def test_a_query_is_a_span_with_its_text_and_without_its_parameters(memory: Any) -> None:
    with recording_queries():
        query("SELECT %s", "secret-parameter")

    [span] = memory.get_finished_spans()
    assert span.name == "SELECT"
    assert dict(span.attributes) == {"db.system.name": connection.vendor, "db.query.text": "SELECT %s"}
    assert "secret" not in span.to_json()


def test_a_query_that_fails_fails_its_span_and_is_raised_as_ever(memory: Any) -> None:
    with pytest.raises(DatabaseError), transaction.atomic(), recording_queries():
        query("SELECT nothing FROM nowhere")

    [span] = [span for span in memory.get_finished_spans() if span.name == "SELECT"]
    assert span.status.status_code is StatusCode.ERROR
    assert "Error" in span.attributes["error.type"]


def test_outside_of_it_queries_are_nobodys_business(memory: Any) -> None:
    with recording_queries():
        pass

    query("SELECT 1")

    assert memory.get_finished_spans() == ()
