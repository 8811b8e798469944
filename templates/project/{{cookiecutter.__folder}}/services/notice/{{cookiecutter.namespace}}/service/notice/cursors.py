"""Where a page of the list ends: a place in its order, so that notices which come and go between pages do no harm."""

import re
from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import UUID

from django.db.models import Q

from {{ cookiecutter.namespace }}.kit.problems import Invalid

EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
CURSOR = re.compile(r"(?P<pinned>[01])-(?P<microseconds>[0-9]{1,17})-(?P<id>[0-9a-f]{32})")


def cursor(row: dict[str, Any]) -> str:
    """The place of a row: pinned or not, its first moment in microseconds, its id."""
    microseconds = (row["publish_from"] - EPOCH) // timedelta(microseconds=1)
    return f"{row['pinned']:d}-{microseconds}-{row['id'].hex}"


def after(text: str) -> Q:
    """The rows that come after a cursor. Raises Invalid where it is none."""
    found = CURSOR.fullmatch(text)
    if found is None:
        raise _refused()
    try:
        moment = EPOCH + timedelta(microseconds=int(found["microseconds"]))
    except OverflowError:
        raise _refused() from None
    later = Q(publish_from__lt=moment) | Q(publish_from=moment, id__lt=UUID(found["id"]))
    if found["pinned"] == "1":
        return Q(pinned=False) | (Q(pinned=True) & later)
    return Q(pinned=False) & later


def _refused() -> Invalid:
    message = "must be the `next` of a page of this list"
    return Invalid(f"after: {message}", errors=[{"field": "after", "message": message}])
