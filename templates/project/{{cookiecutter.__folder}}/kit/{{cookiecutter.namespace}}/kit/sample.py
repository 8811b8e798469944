"""Sample data that is the same on every machine, so that a text can name a player or a code.

An app that has sample data has a module `sample` with `fill(progress)`. Ids are derived from a name and a number, so
one service can speak of another's rows without asking it, as they do in real life, by id.
"""

from collections.abc import Callable
from datetime import UTC, datetime
from uuid import UUID, uuid5

NAMESPACE = UUID("5e1b5a1c-2014-5ca1-ab1e-000000000001")

# The day on which the sample world was made. Fixed, so that it is the same everywhere.
DAY_ONE = datetime(2026, 1, 1, tzinfo=UTC)

Progress = Callable[[str, int, int], None]  # what, done, total

PLAYERS = 10_000
NOTICES = 200
CAMPAIGNS = 5
CODES = 10_000
LINKS = 500
VERSIONS = 12


def sample_id(kind: str, number: int) -> UUID:
    """The id of the `number`th sample row of a kind, such as `sample_id("player", 1)`."""
    return uuid5(NAMESPACE, f"{kind}/{number}")


def batches(total: int, size: int = 2_000) -> list[range]:
    """`range(1, total + 1)` cut into ranges of at most `size`."""
    return [range(first, min(first + size, total + 1)) for first in range(1, total + 1, size)]
