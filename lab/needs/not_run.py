"""What a cell shows that could not be run."""

from lab.display import Shown
from lab.display.outputs import as_html, as_text
from lab.display.prose import prose
from lab.needs.stored import Stored


class NotRun(Shown):
    """Which engines are missing, how to get them, and what the cell showed where they were not."""

    def __init__(self, missing: list[str], stored: Stored | None) -> None:
        self.missing = missing
        self.stored = stored

    def text(self) -> str:
        shown = [as_text(output) for output in self.stored.outputs] if self.stored else []
        return "\n".join([self._missing(), self._elsewhere(), *(text for text in shown if text)])

    def html(self) -> str:
        shown = "".join(f"<div>{as_html(output)}</div>" for output in self.stored.outputs) if self.stored else ""
        said = f'<p class="lab-note">{prose(self._elsewhere())}</p>'
        return f'<p class="lab-note">{prose(self._missing())}</p><div class="lab-elsewhere">{said}{shown}</div>'

    def _missing(self) -> str:
        names = " and ".join(self.missing)
        them = ("is", "it") if len(self.missing) == 1 else ("are", "them")
        return f"Not run: {names} {them[0]} missing here. `inv doctor --install` gets {them[1]}."

    def _elsewhere(self) -> str:
        if self.stored is None:
            return "The stored reference run has no such cell: it was never run there, or has changed since."
        if not self.stored.outputs:
            return f"In the reference run of {self.stored.on} this cell showed nothing."
        return f"Not measured on your machine, but in the reference run of {self.stored.on}:"
