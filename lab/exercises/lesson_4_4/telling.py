"""4.4.4: whose measurements are these?"""

from collections.abc import Iterable
from typing import Any

from lab.checks import Wrong, exercise

HERE = {"cpus": 2, "model": "Small Rented", "python": "CPython 3.13.1"}
LAPTOP = {"cpus": 12, "model": "Shiny Laptop", "python": "CPython 3.13.1"}
TWIN = {"cpus": 16, "model": "Small Rented", "python": "CPython 3.13.1"}
OLDER = HERE | {"python": "CPython 3.12.4"}


def _measured(id: str, machine: dict[str, Any], value: float = 2.0) -> dict[str, Any]:
    return {"kind": "measured", "id": id, "value": value, "machine": machine}


PREDICTED = {"kind": "predicted", "id": "2.6-memory", "value": "1x"}
CASES: list[tuple[str, list[dict[str, Any]], set[str]]] = [
    ("everything was measured here", [_measured("2.6-memory", HERE), _measured("2.6-redeem", HERE)], set()),
    ("one is from a laptop", [_measured("2.6-memory", HERE), _measured("2.6-redeem", LAPTOP)], {"2.6-redeem"}),
    ("it was measured again, here", [_measured("2.6-memory", LAPTOP), _measured("2.6-memory", HERE)], set()),
    (
        "it was measured again, on the laptop",
        [_measured("2.6-memory", HERE), _measured("2.6-memory", LAPTOP)],
        {"2.6-memory"},
    ),
    ("only Python is another one", [_measured("2.6-memory", OLDER)], set()),
    ("the model is the same, with more processors", [_measured("2.6-memory", TWIN)], {"2.6-memory"}),
    ("somebody has only predicted", [PREDICTED], set()),
    ("it was predicted after it was measured", [_measured("2.6-memory", LAPTOP), PREDICTED], {"2.6-memory"}),
    ("nothing was measured", [], set()),
]


@exercise(
    "4.4.4",
    hints=(
        "A dictionary from id to machine, filled in order: the last one of each id stays.",
        "Compare only what makes the machine: `cpus` and `model`.",
    ),
)
def strangers(answer: Any) -> str:
    """a function of a list of entries and a machine, which returns a set of ids"""
    for what, entries, wanted in CASES:
        try:
            got = answer([dict(entry) for entry in entries], dict(HERE))
        except Exception as error:
            raise Wrong(f"Where {what}, you raised {type(error).__name__}: {error}") from error
        if isinstance(got, str) or not isinstance(got, Iterable):
            raise Wrong(f"A set of ids is wanted. Where {what}, you return {got!r:.60}.")
        found = set(got)
        if found != wanted:
            raise Wrong(f"Where {what}, {_said(wanted)} from elsewhere. You say {_said(found)}.")
    return "Right. A bill from another machine is a rumour with decimals."


def _said(ids: set[Any]) -> str:
    named = ", ".join(sorted(map(str, ids)))
    return f"{named} is" if len(ids) == 1 else f"{named} are" if ids else "nothing is"
