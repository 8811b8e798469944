"""The whole way of one request."""

from collections.abc import Iterator
from dataclasses import asdict, dataclass
from datetime import datetime
from typing import Any

from {{ cookiecutter.namespace }}.runner.tracing.hops import Hop, Note


@dataclass(frozen=True)
class Row:
    """A line of the drawing: a hop or a note, and how deep it is in others."""

    depth: int
    what: Hop | Note

    @property
    def moment(self) -> datetime:
        return self.what.began if isinstance(self.what, Hop) else self.what.time


@dataclass(frozen=True)
class Trace:
    """One request's way through a stage. `hops` came from outside; those that they made are within them."""

    stage: str
    request_id: str
    hops: list[Hop]
    notes: list[Note]  # written at a time when no request of it was under way in that service

    def rows(self) -> list[Row]:
        """All hops and notes in the order in which they happened, each after the one that it belongs to."""
        top: list[Hop | Note] = [*self.hops, *self.notes]
        return [row for each in sorted(top, key=_moment) for row in _within(each, 0)]

    @property
    def services(self) -> list[str]:
        """The services that it passed, each once."""
        return list(dict.fromkeys(row.what.service for row in self.rows()))

    @property
    def milliseconds(self) -> float:
        """From the first request's beginning to the last one's end."""
        if not self.hops:
            return 0.0
        began, ended = min(hop.began for hop in self.hops), max(hop.ended for hop in self.hops)
        return (ended - began).total_seconds() * 1000

    def since(self, moment: datetime) -> float:
        """Milliseconds from the beginning of it all to a moment."""
        return (moment - self.rows()[0].moment).total_seconds() * 1000

    def as_json(self) -> dict[str, Any]:
        """All that is known, with moments in ISO 8601."""
        return _plain(asdict(self) | {"milliseconds": round(self.milliseconds, 2)})


def _moment(each: Hop | Note) -> datetime:
    return Row(0, each).moment


def _within(each: Hop | Note, depth: int) -> Iterator[Row]:
    yield Row(depth, each)
    if isinstance(each, Hop):
        within: list[Hop | Note] = [*each.inner, *each.notes]
        for one in sorted(within, key=_moment):
            yield from _within(one, depth + 1)


def _plain(value: Any) -> Any:
    if isinstance(value, datetime):
        return value.isoformat()
    if isinstance(value, dict):
        return {name: _plain(inner) for name, inner in value.items()}
    return [_plain(inner) for inner in value] if isinstance(value, list) else value
