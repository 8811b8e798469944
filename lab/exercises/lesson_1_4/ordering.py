"""1.4.2: a column is renamed, and nobody notices."""

from typing import Any

from lab.checks import Wrong, exercise
from lab.exercises.renaming import STEPS, rename


@exercise(
    "1.4.2",
    hints=(
        "First what only adds, and last what takes away.",
        "Rows that are copied while somebody still writes only the old column: who copies those that come after?",
        "add, write both, copy, and then the same backwards: read new, write new only, drop.",
    ),
)
def rename_order(answer: Any) -> str:
    """a list of the six steps, in the order in which they are taken"""
    if not isinstance(answer, list | tuple) or sorted(map(str, answer)) != sorted(STEPS):
        raise Wrong(f"Each of the six steps once, please: {', '.join(STEPS)}. You have {answer!r}.")
    trouble = rename(answer)
    if trouble:
        raise Wrong(trouble)
    return "Right. Six dull steps, and at none of them does anybody notice. That is what it costs, and why it is done."
