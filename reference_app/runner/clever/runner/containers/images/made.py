"""What came of one image."""

from dataclasses import dataclass

from clever.runner.containers.engine import Engine
from clever.runner.containers.images.found import find, must_find


@dataclass(frozen=True)
class Made:
    """An image that is there now. `seconds` is None where it was there already, as it should be."""

    tag: str
    size: int  # bytes
    added: int  # bytes, to its base
    seconds: float | None

    @classmethod
    def of(cls, engine: Engine, tag: str, *, base: str, seconds: float | None) -> "Made":
        size = must_find(engine, tag).size
        beneath = find(engine, base) if base else None
        return cls(tag, size, size - (beneath.size if beneath else 0), seconds)
