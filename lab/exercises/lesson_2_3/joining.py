"""One page out of two databases, with a constant number of questions."""

import sqlite3
from collections.abc import Sequence
from contextlib import closing
from typing import Any

from lab.checks import Wrong, exercise
from lab.exercises.shapes import in_order

MOST = 2
Redeemed = tuple[str, str]
"""A redemption: its id, and its code."""

CASES: tuple[tuple[list[Redeemed], list[str], str], ...] = (
    ([("r1", "SPRING"), ("r2", "WINTER")], ["r1", "r2"], "both were given"),
    ([("r1", "SPRING"), ("r2", "WINTER"), ("r3", "SUMMER")], ["r3"], "only r3 was given"),
    ([("r9", "AUTUMN"), ("r1", "SPRING")], ["r1"], "the newest comes first, and it has not been given"),
    ([], [], "a player who has redeemed nothing"),
    ([(f"r{number:03}", f"C{number}") for number in range(60)], [f"r{n:03}" for n in range(0, 60, 2)], "sixty"),
)


@exercise(
    "2.3.5",
    hints=(
        "No query reaches from one database into the other. So: one question to each, and the join is Python's.",
        "The second question names all ids at once: WHERE key IN (?, ?, ...), with as many marks as there are ids.",
        "The keys that came back go into a set. Then go through the redemptions once more, in their order.",
    ),
)
def joining(answer: Any) -> str:
    """a function that takes two connections and a player's id, and returns (code, given) for each redemption"""
    for redeemed, given, why in CASES:
        with closing(_coupons(redeemed)) as coupons, closing(_players(given)) as players:
            asked: list[str] = []
            for connection in (coupons, players):
                connection.set_trace_callback(asked.append)
            rows = in_order(answer(coupons, players, "mina"), "pairs, (code, given)")
        wanted = [(code, id in given) for id, code in redeemed]
        got = [tuple(one) if isinstance(one, list) else one for one in rows]
        if got != wanted:
            raise Wrong(f"{_say(redeemed, given)} ({why}): it should be {_short(wanted)}. You say {_short(got)}.")
        if len(asked) > MOST:
            raise Wrong(
                f"The answer is right, and it took {len(asked)} questions for {len(redeemed)} redemptions. "
                f"{MOST} are enough, however many there are."
            )
    return "Right: two questions for two redemptions, and two for sixty."


def _coupons(redeemed: Sequence[Redeemed]) -> sqlite3.Connection:
    database = sqlite3.connect(":memory:")
    database.execute("CREATE TABLE redemption (number INTEGER PRIMARY KEY, id TEXT, code TEXT, player TEXT)")
    rows = [("other", "THEIRS", "ben"), *((id, code, "mina") for id, code in reversed(redeemed))]
    database.executemany("INSERT INTO redemption (id, code, player) VALUES (?, ?, ?)", rows)
    database.commit()
    return database


def _players(given: Sequence[str]) -> sqlite3.Connection:
    database = sqlite3.connect(":memory:")
    database.execute("CREATE TABLE given (key TEXT PRIMARY KEY, player TEXT)")
    # Grants by hand have keys of their own; and the order of rows says nothing.
    rows = [("by hand", "mina"), *((key, "mina") for key in reversed(given)), ("other", "ben")]
    database.executemany("INSERT INTO given VALUES (?, ?)", rows)
    database.commit()
    return database


def _say(redeemed: Sequence[Redeemed], given: Sequence[str]) -> str:
    return f"Redeemed, newest first: {_short(list(redeemed))}; given: {_short(list(given))}"


def _short(value: Any) -> str:
    text = repr(value)
    return text if len(text) < 200 else f"{text[:160]} ..."
