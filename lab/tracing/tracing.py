"""What `inv trace` finds, as a cell shows it."""

import time
from collections.abc import Iterator
from typing import TYPE_CHECKING

from lab.display import Shown, Table
from lab.errors import LabError
from lab.running import Stage
from lab.where import ROOT

if TYPE_CHECKING:
    from clever.runner.tracing import Hop
    from clever.runner.tracing import Trace as Found

SECONDS = 3.0
"""Within these a line that a service has written is in its log: it goes through a pipe, and supervisord writes it."""

QUIET = 0.2
"""Where nothing new has come for so long, nothing more is under way."""


class Trace(Shown):
    """One request's way through a stage: who asked whom, when, and how long it took."""

    def __init__(self, found: "Found") -> None:
        self._found = found
        self.request_id = found.request_id
        self.services = found.services
        self.milliseconds = found.milliseconds

    @property
    def hops(self) -> "list[Hop]":
        """Each service's share of it, in the order in which they began."""
        return sorted(_all(self._found.hops), key=lambda hop: hop.began)

    def table(self) -> Table:
        from clever.runner.tracing import Hop
        from clever.runner.tracing.drawing import label

        rows = []
        for row in self._found.rows():
            took, status = (row.what.milliseconds, row.what.status) if isinstance(row.what, Hop) else (None, None)
            # Spaces that no browser makes fewer: they are the tree.
            rows.append(
                [round(self._found.since(row.moment), 1), took, status, label(row).replace("   ", "\u00a0" * 3)]
            )
        title = f"{self.milliseconds:.1f} ms, through {', '.join(self.services)}"
        return Table(["at, ms", "took, ms", "status", "who asked whom"], rows, title=title)

    def html(self) -> str:
        return self.table().html()

    def text(self) -> str:
        return self.table().text()


def _all(hops: "list[Hop]") -> "Iterator[Hop]":
    for hop in hops:
        yield hop
        yield from _all(hop.inner)


def trace(stage: Stage, request_id: str) -> Trace:
    """The way of a request through a stage. Its id is in the answer: `answer.headers["X-Request-Id"]`.

    Raises LabError where no service of the stage has logged it.
    """
    from clever.runner import StageError, tracing

    deadline, found = time.monotonic() + SECONDS, None
    while True:
        try:
            before, found = found, tracing.trace(stage.name, request_id, ROOT)
        except StageError as error:
            if time.monotonic() > deadline:
                raise LabError(str(error)) from error
        if found is not None and (found == before or time.monotonic() > deadline):
            return Trace(found)
        time.sleep(QUIET)
