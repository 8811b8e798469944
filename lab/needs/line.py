"""The first line of a cell that needs engines."""

import re

MAGIC = "needs"

_LINE = re.compile(rf"%%{MAGIC}(?![\w-])(.*)(?:\n|\Z)")


def split(source: str) -> tuple[list[str] | None, str]:
    """The engines that a cell's first line names, and the lines after it; None, and all of it, without such a line."""
    line = _LINE.match(source)
    return (line[1].split(), source[line.end() :]) if line else (None, source)
