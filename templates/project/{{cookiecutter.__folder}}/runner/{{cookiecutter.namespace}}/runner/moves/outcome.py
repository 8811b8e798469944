"""What a move has brought, as a person wants to read it."""

from collections.abc import Sequence

from pydantic import BaseModel, ConfigDict


class Sum(BaseModel):
    """What a table says: rows, their checksum, and the number that the next row gets (none where rows bring theirs)."""

    model_config = ConfigDict(frozen=True)

    rows: int
    digest: str
    upcoming: int | None


class Outcome(BaseModel):
    """What both stages say now, table by table. There is an outcome only where they say the same."""

    model_config = ConfigDict(frozen=True)

    tables: dict[str, Sum]
    files: int  # uploaded ones
    lost: tuple[str, ...]  # files that rows name, and that were lost before the move already
    secrets: tuple[str, ...] = ()  # what the target had otherwise or not at all, by the names of variables
    stays: tuple[str, ...] = ()  # apps that the target does not have

    def table(self) -> str:
        """The tables that hold anything, and the proof."""
        rows = [
            [name, f"{says.rows:,}", f"{says.upcoming:,}" if says.upcoming else "", says.digest[:16], "equal"]
            for name, says in sorted(self.tables.items())
            if says.rows
        ]
        return _aligned([["table", "rows", "next number", "checksum begins", "on both sides"], *rows])


def _aligned(rows: Sequence[Sequence[str]]) -> str:
    """Columns side by side, those of numbers to the right."""
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    to_the_right = (1, 2)
    lines = []
    for row in rows:
        cells = [
            cell.rjust(width) if place in to_the_right else cell.ljust(width)
            for place, (cell, width) in enumerate(zip(row, widths, strict=True))
        ]
        lines.append("  ".join(cells).rstrip())
    return "\n".join(lines)
