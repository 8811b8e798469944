"""Two trees of values, held against each other."""

from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

ABSENT = "-"


class Change(NamedTuple):
    """A value that is not the same on both sides, by its dotted key."""

    key: str
    left: str
    right: str


def changes(left: Mapping[str, Any], right: Mapping[str, Any]) -> list[Change]:
    """What differs, in the order of the left side, then what only the right side has."""
    one, other = dict(_leaves(left)), dict(_leaves(right))
    keys = [key for key in dict.fromkeys([*one, *other]) if one.get(key, ABSENT) != other.get(key, ABSENT)]
    return [_change(key, one.get(key, ABSENT), other.get(key, ABSENT)) for key in keys]


def _leaves(tree: Mapping[str, Any], prefix: str = "") -> Iterator[tuple[str, Any]]:
    for key, value in tree.items():
        name = f"{prefix}{key}"
        if isinstance(value, Mapping) and value:
            yield from _leaves(value, f"{name}.")
        elif isinstance(value, list) and value and all(isinstance(one, Mapping) for one in value):
            # An array of tables: an element is known by its name, if it has one, not by its place.
            yield from _leaves({str(one.get("name", place)): one for place, one in enumerate(value)}, f"{name}.")
        else:
            yield name, value


def _change(key: str, left: Any, right: Any) -> Change:
    if isinstance(left, list) and isinstance(right, list):
        gone = [one for one in left if one not in right]
        new = [one for one in right if one not in left]
        if gone or new:
            return Change(key, _only(gone), _only(new))
    return Change(key, _said(left), _said(right))


def _only(values: list[Any]) -> str:
    """Of two lists that are mostly alike, what one side has alone."""
    return f"only here: {', '.join(map(_said, values))}" if values else "nothing else"


def _said(value: Any) -> str:
    if isinstance(value, list):
        return ", ".join(map(_said, value)) or "(none)"
    return value if isinstance(value, str) else repr(value)
