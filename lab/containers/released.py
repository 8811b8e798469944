"""What became of a release: its steps, with the time that each took."""

from dataclasses import dataclass, field
from typing import Any

from lab.display import Shown, Table
from lab.display.prose import prose


@dataclass(frozen=True)
class Step:
    """One step of a release: what was done, to which service, and how many seconds it took."""

    what: str
    service: str
    seconds: float


@dataclass(frozen=True, repr=False)
class Released(Shown):
    """A release that was tried. True if it serves now; if not, `error` says why, and the old version goes on serving.

    `images` are the names of the images that serve now, by service.
    """

    version: str
    steps: list[Step]
    images: dict[str, str] = field(default_factory=dict)
    error: str = ""

    def __bool__(self) -> bool:
        return not self.error

    @property
    def seconds(self) -> float:
        """How long all steps took together."""
        return sum(step.seconds for step in self.steps)

    def html(self) -> str:
        return self._table().html() + f'<p class="lab-note">{prose(self._end())}</p>'

    def text(self) -> str:
        return f"{self._table().text()}\n{self._end()}"

    def _table(self) -> Table:
        rows: list[list[Any]] = [[step.what, step.service, step.seconds] for step in self.steps]
        return Table(["step", "service", "seconds"], rows, title=f"{self.version}, in {self.seconds:.0f} s")

    def _end(self) -> str:
        if self.error:
            return f"Not released: {self.error}"
        return "; ".join(f"{service} is `{image}` now" for service, image in self.images.items())
