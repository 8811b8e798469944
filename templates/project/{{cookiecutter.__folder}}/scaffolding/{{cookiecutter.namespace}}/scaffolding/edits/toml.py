"""Additions to a TOML file. tomlkit keeps its comments and its line breaks."""

from typing import Any

from tomlkit.items import Array, String

from {{ cookiecutter.namespace }}.scaffolding.edits.errors import NoPlace


def place_in(document: Any, *path: str) -> Any:
    """The table or the list at a path of keys. Raises NoPlace where there is none."""
    found = document
    for number, key in enumerate(path, start=1):
        if key not in found:
            raise NoPlace(f"there is no {'.'.join(path[:number])}")
        found = found[key]
    return found


def add(table: Any, key: str, value: Any) -> None:
    """A key at the end of a table: before the empty lines and comments that lead over to the next one."""
    body = table.value.body
    trailing = []
    while body and body[-1][0] is None:
        trailing.append(body.pop())
    table.append(key, value)
    body.extend(reversed(trailing))


def append(array: Array, *values: str) -> None:
    """Values at the end of a list, each on a line of its own where the others are."""
    if "\n" in array.as_string():
        for value in values:
            array.add_line(value, indent=_indent(array))
        return
    array.extend(values)


def replaced(text: String, old: str, new: str) -> str:
    """A string with one part of it replaced. Raises NoPlace where it does not hold that part exactly once."""
    if text.count(old) != 1:
        raise NoPlace(f"{str(text)!r} does not hold {old!r} exactly once")
    return text.replace(old, new)


def _indent(array: Array) -> str:
    line = next(line for line in array.as_string().splitlines()[1:] if line.strip())
    return line[: len(line) - len(line.lstrip())]
