"""1.4.1: the last cup."""

import sqlite3
from typing import Any

from lab.checks import Wrong, exercise
from lab.exercises.overtaking import Overtaken, after_each_look, two_connections

STOCK = """
CREATE TABLE stock (drink TEXT PRIMARY KEY, cups INTEGER NOT NULL);
INSERT INTO stock VALUES ('latte', {cups}), ('mocha', 5);
"""


@exercise(
    "1.4.1",
    hints=(
        "Who reads first and decides then has decided on what was. Can the database decide while it writes?",
        "UPDATE ... SET cups = cups - 1 takes one from whatever is there now. A WHERE can hold it back.",
        "connection.execute(...) returns a cursor, and its rowcount says how many rows an UPDATE has changed.",
    ),
)
def sell(answer: Any) -> str:
    """a function that takes a connection and a drink, and returns whether a cup was sold"""
    with two_connections(STOCK.format(cups=2), isolation_level=None) as (till, onlooker):
        seen: list[int] = []
        till.set_trace_callback(lambda statement: seen.append(_cups(onlooker)))
        got = [_sold(answer, till, "latte") for _ in range(3)]
        left = _cups(onlooker)
        if min(seen, default=0) < 0 <= left:
            raise Wrong(f"You put it right again, but for a moment everybody could see that {min(seen)} cups are left.")
        if left < 0:
            raise Wrong(f"There were 2 cups, three guests came, and now there are {left}. Who drinks those?")
        if got != [True, True, False]:
            raise Wrong(f"There were 2 cups. For three guests you said {got}: it should be True, True, False.")
        if left != 0:
            raise Wrong(f"2 cups were there and 2 were sold, and {left} are left.")
        if _sold(answer, till, "petrol"):
            raise Wrong("You sold a cup of petrol, which is not in stock at all.")
        [mocha] = onlooker.execute("SELECT cups FROM stock WHERE drink = 'mocha'").fetchone()
        if mocha != 5:
            raise Wrong(f"Nobody asked for mocha, and of its 5 cups {mocha} are left.")
    for till, rival in after_each_look(STOCK.format(cups=1), _sell_elsewhere, isolation_level=None):
        sold = _sold(answer, till, "latte") + till.was_overtaken
        if sold != 1 or _cups(rival) != 0:
            raise Wrong(
                f"One cup was left. Between your reading and your writing another till sold one too: together {sold} "
                f"were sold, and the table says that {_cups(rival)} are left."
            )
    return "Right. However many tills there are, the last cup is sold once."


def _sell_elsewhere(rival: sqlite3.Connection) -> bool:
    """Whether another till finds a cup."""
    return bool(rival.execute("UPDATE stock SET cups = cups - 1 WHERE drink = 'latte' AND cups > 0").rowcount)


def _sold(answer: Any, till: Overtaken, drink: str) -> bool:
    try:
        got = answer(till, drink)
    except sqlite3.OperationalError as error:
        if till.was_overtaken:
            raise Wrong(
                f"Another till sold a cup between your reading and your writing, and your guest got an error: {error}."
            ) from error
        raise
    if till.in_transaction:
        raise Wrong("After the sale your transaction is still open, and nobody else can sell.")
    if not isinstance(got, bool):
        raise Wrong(f"For {drink} you returned {got!r}: True if a cup was sold, False if there was none.")
    return got


def _cups(connection: sqlite3.Connection) -> int:
    return int(connection.execute("SELECT cups FROM stock WHERE drink = 'latte'").fetchone()[0])
