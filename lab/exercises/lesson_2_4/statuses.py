"""2.4.3: which status for whom."""

from typing import Any

from lab.checks import Wrong, exercise

CASES: list[tuple[str, tuple[str, bool | None, bool], int]] = [
    ("a caller with a permit", ("read", True, True), 200),
    ("a caller without one", ("read", True, False), 403),
    ("a wrong secret", ("read", False, False), 401),
    ("no credentials", ("none", None, False), 401),
    ("credentials that cannot be read", ("malformed", None, False), 401),
    ("the permitter could not be asked", ("read", None, False), 503),
    ("the permitter could not be asked, and said yes an hour ago", ("read", None, True), 503),
    ("a wrong secret for a name that has a permit", ("read", False, True), 401),
]


@exercise(
    "2.4.3",
    hints=(
        "First what you can tell without asking anybody, then who it is, then what they may.",
        "None is not False: of the one caller you know nothing, of the other you know that it is not who it says.",
        "Without credentials that can be read, nobody was asked: known is None there, and it is 401 all the same.",
    ),
)
def status(answer: Any) -> str:
    """a function of credentials, known and permitted, which returns a status"""
    for what, case, wanted in CASES:
        if (got := answer(*case)) != wanted:
            raise Wrong(f"Where it is so: {what}, {case}: {wanted} is wanted, and you return {got!r:.40}.")
    return "Right. 401 is about who, 403 is about what, and 503 is about us."
