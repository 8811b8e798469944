"""1.5.3: which releases may go."""

import itertools
from collections.abc import Callable, Iterator
from typing import Any

from lab.checks import Wrong, exercise


@exercise(
    "1.5.3",
    hints=(
        "'10' < '9' is true: names are compared letter by letter. int(name) is a number.",
        "After a rollback the live release is not the newest one.",
        "newest[-0:] is the whole list.",
    ),
)
def spare(answer: Callable[[list[str], str, int], Any]) -> str:
    """a function that takes the names of the releases, the live one, and how many to keep"""
    for names, live, keep in _cases():
        newest = sorted(names, key=int, reverse=True)[:keep]
        wanted = {name for name in names if name != live and name not in newest}
        told = f"releases {', '.join(names)}, of which {live} is live, and {keep} to keep"
        given = list(names)
        try:
            got = list(answer(given, live, keep))
        except Exception as error:
            raise Wrong(f"With {told} you raised {type(error).__name__}: {error}") from error
        if live in got:
            raise Wrong(f"With {told}: you would delete {live}, on which the guests are.")
        if set(got) != wanted or len(got) != len(set(got)):
            raise Wrong(f"With {told}: {_names(wanted)} may go, and you say {_names(got)}.")
        if given != names:
            raise Wrong(f"With {told}: you changed the list that you were given, which is somebody else's.")
    return "Right. The tenth is newer than the ninth, and nobody saws off the branch that the guests sit on."


def _cases() -> Iterator[tuple[list[str], str, int]]:
    yield ["1", "2", "3", "4"], "4", 2
    yield ["8", "9", "10", "11"], "11", 2
    yield ["1", "2", "3", "4"], "1", 2
    yield ["1"], "1", 3
    for names, keep in itertools.product((["9", "10", "11"], ["3", "1", "2"], ["98", "99", "100"]), (0, 1, 2, 3, 9)):
        yield from ((names, live, keep) for live in names)


def _names(names: Any) -> str:
    return ", ".join(sorted(map(str, names))) or "none"
