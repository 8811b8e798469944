"""4.1.3: an id that comes out of what a thing is."""

from collections.abc import Callable
from typing import Any
from uuid import UUID, uuid4

from lab.checks import Wrong, exercise
from lab.exercises.lesson_4_1.elsewhere import elsewhere

SIGNS = [chr(code) for code in range(128)]
BETWEEN = ["", "\r\n", "->", *SIGNS, *(sign * 2 for sign in SIGNS), *(f" {sign} " for sign in SIGNS)]
"""What somebody may put between two names. Any of it may be in one of them."""
PLAIN = [
    ("spring", "notice"),
    ("spring", "campaign"),
    ("autumn", "notice"),
    ("springtime", "notice"),
    ("spring", "timenotice"),
    ("notice", "spring"),
    ("봄", "notice"),
    ("Spring", "notice"),
    (" spring", "notice"),
    ("spring", "notice "),
    ("", "notice"),
    ("spring", ""),
]
WITH_A_SIGN = [
    pair
    for sign in BETWEEN
    for pair in [
        (f"spring{sign}notice", "link"),
        ("spring", f"notice{sign}link"),
        (f"spring{sign}", "notice"),
        ("spring", f"{sign}notice"),
    ]
]
PAIRS = list(dict.fromkeys([*PLAIN, *WITH_A_SIGN]))


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
        found[got] = pair
    _expect_the_same_elsewhere(answer)
    return "Right. Whoever tries again tomorrow, on another machine, means the same thing and says the same id."


def _expect_the_same_elsewhere(answer: Callable[[str, str], Any]) -> None:
    pair = (f"spring {uuid4()}", "notice")  # that nobody has asked for, so that nobody remembers it
    there, here = elsewhere(answer, *pair), str(answer(*pair))
    if there != here:
        raise Wrong(
            f"For {pair} you return {here} in this process, and {there} in another one. What a process remembers, or "
            "rolls when it begins, no other has. (hash() of a text is of that kind: Python salts it at each start.)"
        )
