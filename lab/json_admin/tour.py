"""The same visit to two admins: what each of them can do, found out by asking."""

import re
from contextlib import ExitStack

from lab.display import Table
from lab.json_admin.serving import Both
from lab.json_admin.visiting import InDjangos, InJson, Visitor

WAYS: dict[str, type[InDjangos | InJson]] = {"Django's admin": InDjangos, "the JSON admin": InJson}
BACKWARDS = {"ends_at": "2026-11-01 00:00"}


def tour(both: Both) -> Table:
    """What each admin can do: yes or no, each of them found out by requests just now."""
    found = {way: _visit(both, visitor) for way, visitor in WAYS.items()}
    questions = next(iter(found.values()))
    rows = [[what, *("yes" if answers[what] else "no" for answers in found.values())] for what in questions]
    return Table(["can it", *found], rows)


def _visit(both: Both, visitor: type[InDjangos | InJson]) -> dict[str, bool]:
    with ExitStack() as visits:
        stranger, ben, mina = (visits.enter_context(visitor(both, name)) for name in ("", "ben", "mina"))
        made = mina.add()
        number = _number(mina, made)
        return {
            "show the list to staff": mina.sees("Winter") and ben.sees("Winter"),
            "keep strangers out": not stranger.sees("Winter"),
            "add a campaign": mina.sees(made),
            "refuse one that ends before it starts": not mina.sees(mina.add(**BACKWARDS)),
            "say why": "must end after it starts" in mina.answer.text,
            "let Ben look and change nothing": not mina.sees(ben.add()),
            "search": mina.sees("Winter", "?q=Winter") and not mina.sees("Winter", "?q=Summer"),
            "say who changed what": _names(mina.get(f"{number}/history/").text, "mina"),
            "delete": _deletes(mina, made, number),
        }


def _number(mina: Visitor, name: str) -> str:
    """The number of a campaign, from the link to it in the list."""
    found = re.search(rf'(\d+)(?:/change)?/">{name}<', mina.get().text)
    return found[1] if found else "0"


def _names(history: str, who: str) -> bool:
    """Whether the table of changes names somebody: the page greets its reader by name anyway."""
    return who in history.partition('id="change-history"')[2]


def _deletes(mina: Visitor, name: str, number: str) -> bool:
    mina.send(f"{number}/delete/", {"post": "yes"})
    return not mina.sees(name)
