"""3.1.4: what helps, and what does not."""

from collections.abc import Mapping
from typing import Any

from lab.checks import Wrong, exercise

REMEDIES = ("limit", "own server", "replica", "more machines", "nothing")
HELPS = {"resizer": "limit", "rush": "more machines", "writes": "own server", "statistics": "replica"}
WHY_NOT = {
    ("resizer", "more machines"): "the library takes all processors of that one, too, and you pay for both",
    ("resizer", "own server"): "it does not ask a database",
    ("resizer", "replica"): "it does not ask a database",
    ("rush", "limit"): "all have limits, and they only decide who waits: there is not enough for all",
    ("rush", "own server"): "nothing says that the database is what they lack",
    ("rush", "replica"): "nothing says that the database is what they lack",
    ("writes", "limit"): "that makes its own writers wait, and whoever comes to share its limited server with them",
    ("writes", "replica"): "a replica carries out every write as well, and takes none itself",
    ("writes", "more machines"): "they would all write to the same server",
    ("statistics", "limit"): "the work is done in the server that all share",
    ("statistics", "own server"): "the rows are those that the service needs, so it cannot take them away",
    ("statistics", "more machines"): "they would all ask the same server",
}


@exercise(
    "3.1.4",
    hints=(
        "Ask of each: what is it that they share? Processors, or the server of the database?",
        "A replica can be read from, is a little behind, and has to carry out each write itself.",
    ),
)
def remedies(answer: Any) -> str:
    """a dictionary: for each of the four evenings what helps"""
    if not isinstance(answer, Mapping):
        raise Wrong(f"A dictionary is wanted, and you gave {type(answer).__name__}.")
    for evening, wanted in HELPS.items():
        chosen = answer.get(evening)
        if chosen not in REMEDIES:
            raise Wrong(f"For {evening} there is no choice yet: one of {', '.join(REMEDIES)}.")
        if chosen != wanted:
            why = WHY_NOT.get((evening, chosen), "it goes on every evening, and people have noticed")
            raise Wrong(f"For {evening}, {chosen!r} does not help: {why}.")
    return "Right. First what is shared, and then what to buy."
