"""4.1.3: an id that comes out of what a thing is."""

from collections.abc import Callable
from typing import Any
from uuid import UUID

from lab.checks import Wrong, exercise

PAIRS = [
    ("spring", "notice"),
    ("spring", "campaign"),
    ("autumn", "notice"),
    ("springtime", "notice"),
    ("spring", "timenotice"),
    ("spring/notice", "link"),
    ("spring", "notice/link"),
    ("spring notice", "link"),
    ("spring", "notice link"),
    ("spring:notice", "link"),
    ("spring", "notice:link"),
    ("spring-notice", "link"),
    ("spring", "notice-link"),
    ("notice", "spring"),
    ("봄", "notice"),
    ("Spring", "notice"),
]
OF_A_NAME = (3, 5)
"""Versions of UUIDs that are made from a name, by MD5 and by SHA-1."""


@exercise(
    "4.1.3",
    hints=(
        "uuid4 rolls a die each time. hash() of a text is another in each process. uuid5 is made from a name.",
        "Two texts written one after the other no longer say where the first ends. A sign between them may be in one.",
        "uuid5(uuid5(WEEKENDS, weekend), part): the weekend's own id is the space in which its parts have names.",
    ),
)
def id_for(answer: Callable[[str, str], Any]) -> str:
    """a function of two texts, which returns a UUID"""
    found: dict[UUID, tuple[str, str]] = {}
    for pair in PAIRS:
        got, again = answer(*pair), answer(*pair)
        if not isinstance(got, UUID):
            raise Wrong(f"A UUID is wanted. For {pair} you return {got!r:.60}, which is of type {type(got).__name__}.")
        if got != again:
            raise Wrong(
                f"For {pair} you return {got} the first time and {again} the second. A repeat is another thing."
            )
        if got in found:
            raise Wrong(f"{found[got]} and {pair} are different things, and you give both the id {got}.")
        if got.version not in OF_A_NAME:
            raise Wrong(
                f"For {pair} you return {got}, which is no UUID of a name. Will another process, or this one tomorrow, "
                "make the same? (hash() of a text does not: Python salts it at each start.)"
            )
        found[got] = pair
    return "Right. Whoever tries again tomorrow, on another machine, means the same thing and says the same id."
