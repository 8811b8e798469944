"""How far a comparison has come."""

from dataclasses import dataclass, replace

from clever.contracts.compatibility.schemas.canonical import Schema
from clever.contracts.compatibility.schemas.named import Named


@dataclass(frozen=True)
class Walk:
    """Whose names count on either side, which field it is about, and which pairs of schemas it is inside of."""

    sender: Named
    reader: Named
    field: tuple[str, ...] = ()
    pairs: frozenset[tuple[int, int]] = frozenset()

    def at(self, step: str) -> "Walk":
        """One field further in."""
        return replace(self, field=(*self.field, step))

    def knows(self, sender: Schema, reader: Schema) -> bool:
        """Whether it is inside of this very pair already, as in a list whose items are such lists."""
        return (id(sender), id(reader)) in self.pairs

    def inside(self, sender: Schema, reader: Schema) -> "Walk":
        """Inside of this pair. Both live on while it is walked, so nothing else gets their ids."""
        return replace(self, pairs=self.pairs | {(id(sender), id(reader))})
