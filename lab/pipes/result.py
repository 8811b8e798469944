"""What a pipe has printed, and how each of its parts has ended."""

import re
from html import escape

from lab.display import Shown, Table

MEANINGS = {127: "there is no such program", 130: "interrupted", 137: "killed", 141: "nobody read on"}
"""Statuses above 128 are a signal's number more: 141 is SIGPIPE, 13."""


class Piped(Shown):
    """A pipe that has ended. `status` is what it says as a whole, `statuses` what each of its parts has said.

    `output` and `errors` are what it printed, `seconds` how long it took, and `mebibytes` the memory of its largest
    part. `cut`: there was more output than was read.
    """

    def __init__(
        self,
        command: str,
        output: str,
        errors: str,
        *,
        status: int,
        statuses: list[int],
        seconds: float,
        mebibytes: float,
        cut: bool = False,
    ) -> None:
        self.command = command
        self.output = output
        self.errors = errors
        self.status = status
        self.statuses = statuses
        self.seconds = seconds
        self.mebibytes = mebibytes
        self.cut = cut

    def __bool__(self) -> bool:
        """Whether it claims to have gone well."""
        return self.status == 0

    @property
    def lines(self) -> list[str]:
        """What it printed, a line each."""
        return self.output.splitlines()

    def table(self) -> Table:
        """Each part, and how it ended."""
        rows = [[part, status, meaning(status)] for part, status in zip(self._parts(), self.statuses, strict=True)]
        return Table(["part", "exit status", ""], rows, title=f"the pipe says: {self.status}")

    def html(self) -> str:
        said = "".join(
            (f'<p class="lab-note">{escape(where)}</p>' if where else "")
            + f'<pre class="cell-text">{escape(text)}</pre>'
            for where, text in self._said()
        )
        return said + (self.table().html() if self._worth_a_table() else "")

    def text(self) -> str:
        said = [line for where_and_text in self._said() for line in where_and_text if line]
        return "\n".join([*said, *([self.table().text()] if self._worth_a_table() else [])])

    def _worth_a_table(self) -> bool:
        return any(self.statuses) or not self.output

    def _said(self) -> list[tuple[str, str]]:
        """What was printed, and before it where, unless it is the output proper."""
        more = "\n(and more, which was not read)" if self.cut else ""
        said = [("", self.output.rstrip("\n") + more), ("on the second output:", self.errors.rstrip())]
        return [(where, text) for where, text in said if text]

    def _parts(self) -> list[str]:
        """The parts as they were written, where that can be told; a | within quotes or brackets is not looked at."""
        parts = [" ".join(part.split()) for part in re.split(r"\|(?!\|)", self.command)]
        if len(parts) != len(self.statuses):
            return [f"part {number}" for number in range(1, len(self.statuses) + 1)]
        return [f"`{part}`" for part in parts]


def meaning(status: int) -> str:
    """What an exit status means, where that is agreed upon."""
    return "" if status == 0 else MEANINGS.get(status, "failed")
