"""1.6.2: an index that fits a query."""

import sqlite3
from typing import Any

from lab.checks import Wrong, exercise
from lab.exercises.lesson_1_6.saying import short

QUERY = "SELECT * FROM orders WHERE drink_id = ? AND placed >= ? ORDER BY placed DESC"


@exercise(
    "1.6.2",
    hints=(
        "What is asked for with = comes first, what is asked for with >= or < comes after it.",
        "Within one drink the index is sorted by its next column. If that is placed, nothing is left to sort.",
        "CREATE INDEX name ON orders (first, second)",
    ),
)
def fitting_index(answer: Any) -> str:
    """a text: one CREATE INDEX on the table orders"""
    if not isinstance(answer, str) or "create index" not in " ".join(answer.lower().split()):
        raise Wrong(f"A text with CREATE INDEX is wanted, and yours is {short(answer)}.")
    database = sqlite3.connect(":memory:")
    try:
        database.execute("CREATE TABLE orders (id INTEGER PRIMARY KEY, drink_id, guest, placed, paid)")
        try:
            database.execute(answer)
        except (sqlite3.Error, sqlite3.Warning) as error:
            raise Wrong(f"SQLite does not take it: {error}.") from error
        plan = [row[3] for row in database.execute(f"EXPLAIN QUERY PLAN {QUERY}", (1, 0))]
        columns = [row[2] for made in _indexes(database) for row in database.execute(f"PRAGMA index_info({made})")]
    finally:
        database.close()
    _expect_plan(plan)
    if columns != ["drink_id", "placed"]:
        raise Wrong(f"It serves the query, but of {', '.join(columns)} not all are needed, and each one has its price.")
    return f"Right. SQLite says: {plan[0]}, and sorts nothing."


def _indexes(database: sqlite3.Connection) -> list[str]:
    found = database.execute("SELECT name FROM sqlite_master WHERE type = 'index' AND tbl_name = 'orders'")
    return ["'" + name.replace("'", "''") + "'" for (name,) in found]


def _expect_plan(plan: list[str]) -> None:
    said = "; ".join(plan)
    if "SEARCH" not in said:
        raise Wrong(f"The database still reads the whole table, or sorts it all. It says: {said}.")
    if "drink_id=?" not in said:
        raise Wrong(f"It does not go straight to the drink: it reads the orders of all drinks. It says: {said}.")
    if "placed>?" not in said:
        raise Wrong(f"It goes to the drink, but reads all of that drink's orders since ever. It says: {said}.")
    if "TEMP B-TREE" in said:
        raise Wrong(f"It finds the rows, and then has to sort them. It says: {said}.")
