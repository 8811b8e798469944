import json
from datetime import UTC, date, datetime, time, timedelta
from decimal import Decimal
from typing import Any
from uuid import UUID

import pytest
from django.db.models.fields.files import FieldFile, FileField

from {{ cookiecutter.namespace }}.kit.moving.canonical import Digest, written

KEY = UUID("5e1b5a1c-2014-5ca1-ab1e-000000000001")
MOMENT = datetime(2026, 1, 1, 12, 30, 0, 1, tzinfo=UTC)


@pytest.mark.parametrize(
    ("here", "there"),
    [
        ({"b": 1, "a": [2.0]}, {"a": [2], "b": 1}),  # what PostgreSQL makes of JSON
        (Decimal("1.50"), Decimal("1.5")),
        (b"\x00\xff", memoryview(b"\x00\xff")),
        (FieldFile(None, FileField(), "a/b.png"), "a/b.png"),
    ],
)
def test_what_is_the_same_to_django_is_written_the_same(here: Any, there: Any) -> None:
    assert written(here) == written(there)


def test_values_of_different_kinds_are_never_taken_for_each_other() -> None:
    values = [
        *[None, "None", "", 0, "0", False, "false", 0.5, "0.5", Decimal("0.5")],
        *[KEY, str(KEY), KEY.hex, MOMENT, MOMENT.isoformat(), MOMENT.replace(microsecond=2)],
        *[date(2026, 1, 1), datetime(2026, 1, 1, tzinfo=UTC), time(1), timedelta(hours=1), timedelta(microseconds=1)],
        *[b"a", "a", ["a"], [["a"]], [], {}, {"date": "2026-01-01"}, {"decimal": "0.5"}, [None], "ä", "a\u0308"],
    ]

    assert len({written(value) for value in values}) == len(values)


def test_what_is_written_is_one_line() -> None:
    text = written({"lines": "one\ntwo"})

    assert "\n" not in text
    json.loads(text)


def digest_of(*rows: list[Any]) -> Digest:
    digest = Digest()
    for row in rows:
        digest.add(row)
    return digest


def test_the_order_of_rows_makes_no_difference() -> None:
    assert digest_of([1, "a"], [2, "b"]) == digest_of([2, "b"], [1, "a"])


@pytest.mark.parametrize("other", [[[1, "a"]], [[1, "b"], [2, "a"]], [[1, "a"], [2, "b"], [2, "b"]], []])
def test_a_row_that_is_missing_changed_or_there_twice_makes_a_difference(other: list[list[Any]]) -> None:
    assert digest_of([1, "a"], [2, "b"]) != digest_of(*other)


def test_a_digest_is_as_long_as_any_other() -> None:
    assert len(digest_of().hex) == len(digest_of([1]).hex) == 64
