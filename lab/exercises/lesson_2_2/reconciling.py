"""Two lists that should agree, and do not."""

from typing import Any

from lab.checks import Wrong, exercise
from lab.exercises.shapes import in_order

Codes = list[str]

MANY = list("LKJIHGFEDCBA")  # so many that a set does not come out sorted by luck
DAYS: tuple[tuple[Codes, Codes, tuple[Codes, Codes], str], ...] = (
    (["A", "B", "C"], ["A", "B", "C"], ([], []), "everything agrees"),
    (["A", "B", "C"], ["A", "C"], (["B"], []), "B was used, and its items never came"),
    (["A", "B"], ["A", "B", "B"], ([], ["B"]), "B was used once, and its items came twice"),
    (["A"], ["A", "B"], ([], ["B"]), "B's items came, and B can still be used"),
    (["A", "B", "C"], ["C", "A", "A"], (["B"], ["A"]), "three uses and three grants, and still two things are wrong"),
    (["B", "A"], [], (["A", "B"], []), "nothing was given, and the lists are sorted"),
    ([], ["D", "D", "A"], ([], ["A", "D"]), "nothing used; the lists are sorted, and each code stands in a list once"),
    (MANY, [], (sorted(MANY), []), "nothing was given, and the lists are sorted, however many codes there are"),
    ([], MANY, ([], sorted(MANY)), "nothing was used, and the lists are sorted, however many codes there are"),
)


@exercise(
    "2.2.2",
    hints=(
        "Totals can agree while nothing is right. Look at each code by itself.",
        "A code may stand in only one of the two lists, and in `granted` more than once.",
        "collections.Counter counts; for each code, how many grants are there, and how many should there be?",
    ),
)
def reconcile(answer: Any) -> str:
    """a function that takes two lists of codes, used and granted, and returns two sorted lists: lost and too many"""
    for used, granted, wanted, why in DAYS:
        got = answer(list(used), list(granted))
        if not isinstance(got, tuple | list) or len(got) != 2:
            raise Wrong(f"Two lists are wanted, `return lost, too_many`, and you returned {got!r}.")
        lost, too_many = (in_order(one, "codes") for one in got)
        if (lost, too_many) != wanted:
            raise Wrong(
                f"used {used}, granted {granted}: {why}. So lost is {wanted[0]} and too many is {wanted[1]}. "
                f"You say {lost} and {too_many}."
            )
    return "Right. Run this each night, and you hear of it before your players tell you."
