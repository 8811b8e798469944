"""What a start is busy with, in one line under the cell that asked for it."""

import sys
from collections.abc import Callable
from html import escape
from typing import TYPE_CHECKING, Any

from lab import walk

if TYPE_CHECKING:
    from clever.runner import Step


def announcer(name: str, doing: str = "Starting") -> tuple[Callable[["Step"], None], Callable[[], None]]:
    """Two functions: one tells a step of starting `name`, or of `doing` else with it; the other wipes the line away.

    Both do nothing outside of a notebook and under a walk, where nobody looks at a line that changes.
    """
    if walk.walking() or not _in_a_notebook():
        return (lambda step: None), (lambda: None)
    import IPython.display

    notebook: Any = IPython.display
    lines: list[Any] = []  # the one line, once there is something to say: a stage that is up already says nothing

    def show(html: str) -> None:
        if lines:
            lines[0].update(notebook.HTML(html))
        else:
            lines.append(notebook.display(notebook.HTML(html), display_id=True))

    def tell(step: "Step") -> None:
        show(f'<div class="lab"><p>{escape(said(name, step, doing))}</p></div>')

    def wipe() -> None:
        if lines:
            show("")

    return tell, wipe


def said(name: str, step: "Step", doing: str = "Starting") -> str:
    """A step as a line: `Starting monolith: players 2,000 of 10,000`."""
    far = f" {step.done:,} of {step.total:,}" if step.done is not None and step.total is not None else ""
    return f"{doing} {name}: {step.what}{far}"


def _in_a_notebook() -> bool:
    """Whether a kernel runs this. IPython is not imported to find out: where it is not loaded, no kernel is."""
    ipython = sys.modules.get("IPython")
    shell = ipython.get_ipython() if ipython else None
    return shell is not None and getattr(shell, "kernel", None) is not None
