"""What an answer may return where a list is wanted: anything that has an order. Not a set, which is right by luck."""

from collections.abc import Iterable, Mapping
from typing import Any

from lab.checks import Wrong


def in_order(got: Any, what: str) -> list[Any]:
    """What was returned as a list, be it a tuple or a generator. Raises Wrong where it has no order, or no members."""
    if isinstance(got, set | frozenset):
        raise Wrong(f"A set has no order, so it is right today and wrong tomorrow: return a list of {what}.")
    if isinstance(got, str | bytes | Mapping) or not isinstance(got, Iterable):
        raise Wrong(f"A list of {what} is wanted, if need be an empty one. You returned {got!r:.60}.")
    return list(got)
