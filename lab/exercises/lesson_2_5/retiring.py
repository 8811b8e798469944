"""2.5.3: a column is retired, and two projects must never notice. Played through on a real table."""

import sqlite3
from collections.abc import Sequence
from itertools import permutations
from typing import Any

from lab.checks import Wrong, exercise

STEPS = {
    "publish": "0.5.0, whose models.py has no `active`, goes to the index",
    "default": "a migration gives the column `active` a default in the database",
    "coupon": "coupon is deployed with 0.5.0",
    "backoffice": "the backoffice is deployed with 0.5.0",
    "drop": "a migration drops the column `active`",
}
TABLE = "CREATE TABLE campaign (id INTEGER PRIMARY KEY, name TEXT NOT NULL, active INTEGER NOT NULL)"
WITH_DEFAULT = TABLE.replace("active INTEGER NOT NULL", "active INTEGER NOT NULL DEFAULT 1")
OLD = ("SELECT name, active FROM campaign", "INSERT INTO campaign (name, active) VALUES ('Friday', 1)")
NEW = ("SELECT name FROM campaign", "INSERT INTO campaign (name) VALUES ('Friday')")
"""What a project says to the database with the old models.py and with 0.5.0: it names what it knows, and no more."""


class House:
    """One table, and two projects that read from it and write to it."""

    def __init__(self) -> None:
        self.database = sqlite3.connect(":memory:")
        self.database.execute(TABLE)
        self.projects = {"coupon": OLD, "backoffice": OLD}
        self.published = False

    def take(self, step: str) -> str:
        """Take a step. Returns what went wrong, or nothing."""
        if step == "publish":
            self.published = True
        elif step == "default":
            return self._give_a_default()
        elif step == "drop":
            self.database.execute("ALTER TABLE campaign DROP COLUMN active")
        elif not self.published:
            return f"there is no 0.5.0 on the index yet, so {step} cannot be deployed with it"
        else:
            self.projects[step] = NEW
        return self._who_fails()

    def _give_a_default(self) -> str:
        columns = [row[1] for row in self.database.execute("PRAGMA table_info(campaign)")]
        if "active" not in columns:
            return "the column `active` is gone, and nobody can give it a default any more"
        self.database.execute("ALTER TABLE campaign RENAME TO old")
        self.database.execute(WITH_DEFAULT)
        self.database.execute("INSERT INTO campaign SELECT * FROM old")
        self.database.execute("DROP TABLE old")
        return self._who_fails()

    def _who_fails(self) -> str:
        for project, statements in self.projects.items():
            for statement in statements:
                try:
                    self.database.execute(statement)
                except sqlite3.Error as error:
                    return f"{project} says: {error}"
        return ""


@exercise(
    "2.5.3",
    hints=(
        "Ask for each step: does the code of today still work after it? And the code of tomorrow?",
        "0.5.0 names no `active` when it writes. Which value does the row get, as long as the column is there?",
        "Dropping comes last, when nobody's models.py has the column any more.",
    ),
)
def retiring(answer: Any) -> str:
    """a list of all five steps"""
    if not isinstance(answer, list | tuple):
        raise Wrong(f"A list of steps is wanted. You gave {type(answer).__name__}.")
    if sorted(map(str, answer)) != sorted(STEPS):
        raise Wrong(f"Each of these once: {', '.join(STEPS)}. You have {', '.join(map(str, answer)) or 'none'}.")
    if trouble := first_trouble(answer):
        raise Wrong(trouble)
    return "Right. First room for both, then both projects, and only when nobody asks for it any more is it taken away."


def first_trouble(steps: Sequence[str]) -> str:
    """What goes wrong first in this order; empty where nothing does."""
    house = House()
    for number, step in enumerate(steps, start=1):
        if wrong := house.take(step):
            return f"After step {number}, {step!r}, {wrong}."
    return ""


def good_orders() -> list[tuple[str, ...]]:
    """All orders in which nobody notices anything."""
    return [order for order in permutations(STEPS) if not first_trouble(order)]
