"""What somebody changed between two releases: the lines, as a reviewer sees them."""

from difflib import unified_diff
from html import escape

from lab.display import Shown
from lab.sources.highlight import highlighted


class Change(Shown):
    """The changed lines of one file, with what stands around them. `lines` counts those that were added or removed."""

    def __init__(self, file: str, before: str, after: str) -> None:
        self.file = file
        self.before = before
        found = unified_diff(before.splitlines(), after.splitlines(), "before", "after", lineterm="", n=2)
        # Without the two names and the numbers of lines: it is one place in one file, and that stands above.
        self._diff = [line for line in found if not line.startswith(("---", "+++", "@@"))]
        self.lines = sum(not line.startswith(" ") for line in self._diff)

    def text(self) -> str:
        return "\n".join([self.file, *self._diff])

    def html(self) -> str:
        where = f'<p class="lab-note"><code>{escape(self.file)}</code></p>'
        return where + highlighted("\n".join(self._diff), filename="x.diff")
