"""Additions to a YAML file, as text: its comments, anchors and line breaks stay, which no writer of YAML can promise.

An addition is YAML itself, with the keys that lead to where it goes. Where both have a key, their blocks are put
together: tables merge, and lists are added to, as in stage.toml. A single value is never changed.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from clever.scaffolding.edits.errors import NoPlace

KEY = re.compile(r"(?P<indent> *)(?P<key>[^\s#:-][^:#]*):(?: |$)")
LIST = re.compile(r"(?P<before>.*\[)(?P<items>[^\[\]]*)\](?P<after>\s*(?:#.*)?)")


@dataclass(frozen=True)
class Entry:
    """A key at one depth, and its lines: the blank ones and comments before it, its own, and those of its block."""

    key: str
    head: int  # which of `lines` holds the key
    lines: tuple[str, ...]

    @property
    def block(self) -> list[str]:
        return list(self.lines[self.head + 1 :])


def with_addition(text: str, addition: str) -> str:
    """`text` with `addition` in it. Raises NoPlace where both say something of one key that cannot be put together."""
    lines = _merged(text.splitlines(), addition.splitlines(), "")
    return "\n".join(lines) + "\n"


def _merged(there: list[str], more: list[str], where: str) -> list[str]:
    begin, *entries = _entries(there)
    places = {entry.key: number for number, entry in enumerate(entries)}
    for addition in list(_entries(more))[1:]:
        if addition.key not in places:
            entries.append(addition)
            continue
        number = places[addition.key]
        entries[number] = _both(entries[number], addition, f"{where}{addition.key}")
    return [*begin.lines, *(line for entry in entries for line in entry.lines)]


def _both(one: Entry, more: Entry, where: str) -> Entry:
    head = one.lines[one.head]
    if more.block and one.block:
        joined = (_merged if KEY.match(_first(more.block)) else _listed)(one.block, more.block, f"{where}.")
        return Entry(one.key, one.head, (*one.lines[: one.head + 1], *joined))
    old, new = LIST.fullmatch(head), LIST.fullmatch(more.lines[more.head])
    if not old or not new or more.block or one.block:
        raise NoPlace(f"{where} is not written in such a way that something could be added to it")
    both = ", ".join(part for part in (old["items"].strip(), new["items"].strip()) if part)
    changed = f"{old['before']}{both}]{old['after']}"
    return Entry(one.key, one.head, (*one.lines[: one.head], changed, *one.lines[one.head + 1 :]))


def _listed(there: list[str], more: list[str], where: str) -> list[str]:
    if not _first(there).lstrip().startswith("- "):
        raise NoPlace(f"{where.rstrip('.')} is no list")
    return [*there, *more]


def _first(block: list[str]) -> str:
    return next((line for line in block if line.strip() and not line.lstrip().startswith("#")), "")


def _entries(lines: list[str]) -> Iterator[Entry]:
    """First what stands before all keys, under an empty one; then the keys of the outermost depth, in their order.

    Blank lines and comments belong to the key after them, those at the end to the last one.
    """
    depths = [len(match["indent"]) for match in map(KEY.match, lines) if match]
    depth = min(depths, default=0)
    found = [(number, match) for number, line in enumerate(lines) if (match := KEY.match(line))]
    heads = [(number, match["key"]) for number, match in found if len(match["indent"]) == depth]
    starts = [number if number == heads[0][0] else _start(lines, number) for number, _ in heads]
    yield Entry("", 0, tuple(lines[: starts[0]] if starts else lines))
    if not starts:
        return  # a file of comments alone
    for (number, key), start, end in zip(heads, starts, [*starts[1:], len(lines)], strict=True):
        yield Entry(key, number - start, tuple(lines[start:end]))


def _start(lines: list[str], head: int) -> int:
    start = head
    while start and (not lines[start - 1].strip() or lines[start - 1].lstrip().startswith("#")):
        start -= 1
    return start
