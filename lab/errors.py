"""The errors a reader meets, each in one line that helps."""


class LabError(Exception):
    """Something the reader can mend: one line says what, where, and what to do.

    `detail` may follow it, such as the last lines of a log.
    """

    def __init__(self, line: str, *, detail: str = "") -> None:
        super().__init__(line)
        self.line = line
        self.detail = detail.rstrip()

    def __str__(self) -> str:
        return f"{self.line}\n{self.detail}" if self.detail else self.line

    def _render_traceback_(self) -> list[str]:
        # IPython shows these lines in place of a traceback: the wall of frames is ours, not the reader's.
        return [f"{type(self).__name__}: {self.line}", *self.detail.splitlines()]
