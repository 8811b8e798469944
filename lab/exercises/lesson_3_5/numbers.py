"""What an answer may return where a number is wanted."""

from typing import Any

from lab.checks import Wrong


def number(got: Any, what: str) -> float:
    """What was returned as a number. Raises Wrong where it is none, be it a text that looks like one."""
    if isinstance(got, bool) or not isinstance(got, int | float):
        raise Wrong(f"A number is wanted. With {what} you return {got!r:.60}.")
    return float(got)
