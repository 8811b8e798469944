"""What one side may send and the other does not take."""

from dataclasses import dataclass
from enum import Enum
from typing import Any

from clever.contracts.compatibility.schemas.canonical import Schema


class Kind(Enum):
    """In what way the two sides do not fit."""

    VALUES = "the reader does not take some values"
    MISSING = "the reader requires a field that the sender never sends"
    SOMETIMES_MISSING = "the reader requires a field that the sender may leave out"
    REFUSED = "the reader refuses a field that it does not know"
    UNREAD = "the reader knows nothing of the field, and ignores it"
    UNSENT = "the sender knows nothing of a field that the reader can do without"
    DEFAULT = "the two take a field that is left out for different values"
    UNCLEAR = "nobody can say"


@dataclass(frozen=True)
class Misfit:
    """One place where they do not fit: `field` leads there from the outermost value, and is empty for that itself."""

    kind: Kind
    field: tuple[str, ...]
    sender: Schema = True
    reader: Schema = True
    lost: Schema | None = None  # of VALUES: those that are not taken, where they can be told
    defaults: tuple[Any, Any] = (None, None)  # of DEFAULT: the sender's and the reader's
