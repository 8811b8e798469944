"""2.5.1: which side is behind, the code or the table."""

from typing import Any

from lab.checks import Wrong, exercise

CASES: list[tuple[str, list[str], list[str], str]] = [
    ("both are the same", ["0001_initial", "0002_channel"], ["0001_initial", "0002_channel"], "nobody"),
    ("the backoffice after Friday", ["0001_initial"], ["0001_initial", "0002_channel"], "code"),
    ("a release before its migrate", ["0001_initial", "0002_channel"], ["0001_initial"], "table"),
    ("a new database", ["0001_initial"], [], "table"),
    ("two teams, one number", ["0001_initial", "0002_channel"], ["0001_initial", "0002_title"], "both"),
    ("two files against one row", ["0001_a", "0002_b", "0003_c"], ["0001_a", "0002_x"], "both"),
    ("rows in another order", ["0001_a", "0002_b"], ["0002_b", "0001_a"], "nobody"),
    ("a gap in the middle", ["0001_a", "0003_c"], ["0001_a", "0002_b", "0003_c"], "code"),
    ("a gap in what was applied", ["0001_a", "0002_b", "0003_c"], ["0001_a", "0003_c"], "table"),
    ("an app that has no migrations yet", [], [], "nobody"),
    ("a number with more digits", ["0009_i", "0010_j"], ["0009_i", "0010_j", "0011_k"], "code"),
]


@exercise(
    "2.5.1",
    hints=(
        "set(recorded) - set(files) is what the table has been through and this code has never heard of.",
        "How many there are tells nothing: two teams may each have added one.",
        "Four answers for two questions: does the code lack something, and does the table?",
    ),
)
def behind(answer: Any) -> str:
    """a function of two lists of names, which returns "code", "table", "both" or "nobody" """
    for what, files, recorded, wanted in CASES:
        got = answer(list(files), list(recorded))
        if got != wanted:
            told = f"files {', '.join(files) or 'none'}; recorded {', '.join(recorded) or 'none'}"
            raise Wrong(f"{what.capitalize()} ({told}): {wanted!r} is behind, and you say {got!r}.")
    return "Right. A project that asks this when it starts need not find out on a Monday."
