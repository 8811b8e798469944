"""What a misfit means to a client, in words: what is otherwise now, and why that breaks it."""

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from clever.contracts.compatibility.schemas.canonical import Schema
from clever.contracts.compatibility.schemas.misfits import Kind, Misfit


@dataclass(frozen=True)
class Part:
    """What a misfit is in. `noun` is what its fields are called, `whole` what it is called itself."""

    noun: str
    whole: str = "the request"
    suffix: str = ""

    def named(self, field: tuple[str, ...]) -> str:
        """`the field "items[].count"`; the whole where the field is empty."""
        path = ".".join(field).replace(".[", "[").replace(".{", "{")
        return f'the {self.noun} "{path}"{self.suffix}' if field else self.whole


LONGEST = 200  # characters of a schema, in a line for people

# What is otherwise now, and why an older client cannot bear it. A kind that is not here is nothing to speak of.
REQUEST_BREAKS = {
    Kind.VALUES: (
        "no longer takes {fewer} for {where}",
        "a client of the last release may send that. Go on taking it, or add a new operation",
    ),
    Kind.MISSING: (
        "now requires {where}",
        "a client of the last release does not send it. Make it optional, or add a new operation",
    ),
    Kind.SOMETIMES_MISSING: (
        "now requires {where}",
        "a client of the last release may leave it out. Leave it optional, or add a new operation",
    ),
    Kind.REFUSED: (
        "no longer takes {where}",
        "a client of the last release sends it. Go on taking it, or add a new operation",
    ),
    Kind.UNREAD: (
        "no longer reads {where}",
        "a client of the last release sends it in vain. Go on reading it, or add a new operation",
    ),
    Kind.DEFAULT: (
        "takes {reader_default} and no longer {sender_default} where {where} is left out",
        "a client of the last release that leaves it out means the other. Keep the default, or add a new operation",
    ),
    Kind.UNCLEAR: (
        "describes {where} in another way, which cannot be compared",
        "nobody can say whether it still takes what a client of the last release sends. Describe it as before",
    ),
}
ANSWER_BREAKS = {
    Kind.VALUES: (
        "may now answer {more} for {where}",
        "a client of the last release refuses that. Answer as before, or add a new operation",
    ),
    Kind.MISSING: (
        "no longer answers with {where}",
        "a client of the last release counts on it. Keep it, or add a new operation",
    ),
    Kind.SOMETIMES_MISSING: (
        "no longer always answers with {where}",
        "a client of the last release counts on it. Require it, or add a new operation",
    ),
    Kind.REFUSED: (
        "now answers with {where}",
        "a client of the last release refuses fields that it does not know. Leave it out, or add a new operation",
    ),
    Kind.UNSENT: (
        "no longer answers with {where}",
        "a client of the last release may look for it. Keep it, or add a new operation",
    ),
    Kind.UNCLEAR: (
        "describes {where} in another way, which cannot be compared",
        "nobody can say whether a client of the last release still understands it. Describe it as before",
    ),
}

# What has been added, told by what does not fit the other way round.
REQUEST_NEWS = {
    Kind.VALUES: "now takes {more} for {where}",
    Kind.SOMETIMES_MISSING: "no longer requires {where}",
    Kind.REFUSED: "now reads {where}",
    Kind.UNREAD: "now reads {where}",
}
ANSWER_NEWS = {
    Kind.VALUES: "no longer answers {fewer} for {where}",
    Kind.MISSING: "now answers with {where}",
    Kind.SOMETIMES_MISSING: "now always answers with {where}",
    Kind.UNSENT: "now answers with {where}",
}


def breaks(table: dict[Kind, tuple[str, str]], found: Iterable[Misfit], part: Part) -> Iterator[tuple[str, str]]:
    """What is otherwise about that part, and why that breaks a client."""
    for misfit in found:
        if misfit.kind in table:
            what, why = table[misfit.kind]
            yield _filled(what, misfit, part), why


def news(table: dict[Kind, str], found: Iterable[Misfit], part: Part) -> Iterator[str]:
    """What has been added to that part, or taken from it."""
    for misfit in found:
        if misfit.kind in table:
            yield _filled(table[misfit.kind], misfit, part)


def _filled(words: str, misfit: Misfit, part: Part) -> str:
    sender, reader = misfit.defaults
    return words.format(
        where=part.named(misfit.field),
        fewer=_lost(misfit) or f"all of {_short(misfit.sender)} but only {_short(misfit.reader)}",
        more=_lost(misfit) or f"{_short(misfit.sender)} and not only {_short(misfit.reader)}",
        sender_default=_json(sender),
        reader_default=_json(reader),
    )


def _lost(misfit: Misfit) -> str:
    """The values that are not taken, such as `null` or `"gold"`; empty where two schemas say it better."""
    match misfit.lost:
        case {"const": value, **others} if not others.keys() - {"type"}:
            return _json(value)
        case {"enum": list(values), **others} if not others.keys() - {"type"}:
            return " or ".join(map(_json, values))
        case {"type": kinds, **others} if not others:
            return " or ".join(kinds if isinstance(kinds, list) else [kinds])
    match misfit.sender, misfit.reader:
        case {"type": str(sent)}, {"type": read} if sent != read:
            return sent
    return ""


def _short(schema: Schema) -> str:
    said = _json(schema)
    return said if len(said) <= LONGEST else f"{said[:LONGEST]}..."


def _json(value: Any) -> str:
    return json.dumps(value, sort_keys=True, ensure_ascii=False)
