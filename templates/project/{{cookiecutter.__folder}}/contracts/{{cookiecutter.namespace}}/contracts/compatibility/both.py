"""An operation as it was and as it is."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from {{ cookiecutter.namespace }}.contracts.compatibility.change import Change
from {{ cookiecutter.namespace }}.contracts.compatibility.operation import Operation
from {{ cookiecutter.namespace }}.contracts.compatibility.schemas.canonical import Schema
from {{ cookiecutter.namespace }}.contracts.compatibility.schemas.fitting import misfits
from {{ cookiecutter.namespace }}.contracts.compatibility.schemas.sealing import sealed
from {{ cookiecutter.namespace }}.contracts.compatibility.schemas.walk import Walk
from {{ cookiecutter.namespace }}.contracts.compatibility.wording import (
    ANSWER_BREAKS,
    ANSWER_NEWS,
    REQUEST_BREAKS,
    REQUEST_NEWS,
    Part,
    breaks,
    news,
)


@dataclass(frozen=True)
class Both:
    """Compares what is the same part of both, and words what has become of it."""

    service: str
    old: Operation
    new: Operation

    def change(self, what: str, why: str = "") -> Change:
        return Change(self.service, self.new.name, what, why)

    def taken(self, old: Schema, new: Schema, part: Part) -> Iterator[Change]:
        """What is otherwise about a value that clients send."""
        lost = misfits(sealed(old), new, Walk(self.old.as_sender, self.new.as_reader))
        gained = misfits(sealed(new), old, Walk(self.new.as_sender, self.old.as_reader))
        yield from (self.change(what, why) for what, why in breaks(REQUEST_BREAKS, lost, part))
        at = {each.field for each in lost if each.kind in REQUEST_BREAKS}
        yield from map(self.change, news(REQUEST_NEWS, (each for each in gained if each.field not in at), part))

    def answered(self, old: Schema, new: Schema, part: Part) -> Iterator[Change]:
        """What is otherwise about a value that clients read."""
        lost = misfits(sealed(new), old, Walk(self.new.as_sender, self.old.as_reader))
        gained = misfits(sealed(old), new, Walk(self.old.as_sender, self.new.as_reader))
        at = {each.field for each in lost if each.kind in ANSWER_BREAKS}
        yield from (self.change(what, why) for what, why in breaks(ANSWER_BREAKS, lost, part))
        yield from map(self.change, news(ANSWER_NEWS, (each for each in gained if each.field not in at), part))

    def rest(self, old: Mapping[str, Any], new: Mapping[str, Any], known: set[str], whole: str) -> Iterator[Change]:
        """What we do not compare must not change: nobody could say whether a client can bear it."""
        words = sorted(word for word in (old.keys() | new.keys()) - known if old.get(word) != new.get(word))
        for word in words:
            why = "nobody can say whether a client of the last release can bear that. Describe it as before"
            yield self.change(f"describes {word} of {whole} in another way, which cannot be compared", why)
