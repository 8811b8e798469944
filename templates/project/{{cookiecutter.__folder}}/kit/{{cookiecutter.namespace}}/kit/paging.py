"""Lists are read a page at a time, by a cursor: `?after=<the last page's "next">`. No page costs more than another."""

from collections.abc import Callable
from typing import Annotated, Any

from django.db.models import QuerySet
from pydantic import BaseModel, Field

LARGEST = 100
Limit = Annotated[int, Field(ge=1, le=LARGEST, description="How many items a page holds at most.")]


class Page[T](BaseModel):
    """One page of a list. `next` is the cursor of the page after it, null on the last one."""

    items: list[T]
    next: str | None = None


def page[T](rows: QuerySet[Any], *, limit: int, cursor: Callable[[Any], Any], item: Callable[[Any], T]) -> Page[T]:
    """The first `limit` of `rows`, made with `item`; one row more is read to learn whether there is another page."""
    found = list(rows[: limit + 1])
    shown = found[:limit]
    more = len(found) > limit
    return Page(items=[item(row) for row in shown], next=str(cursor(shown[-1])) if more else None)
