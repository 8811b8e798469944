"""Commands in a checkout, as whoever works on it gives them."""

from pathlib import Path

from lab.errors import LabError
from lab.index.uv import Reach, uv


class Project:
    """A checkout in `folder`, whose stages keep their data in `state`."""

    def __init__(self, folder: Path, *, state: Path) -> None:
        self.folder = folder
        self.state = state
        self._reach = Reach.NOWHERE

    def install(self) -> None:
        """Make its environment: of the packages that are at hand, and only where that does not do from the index."""
        try:
            self.run("inv", "--version")
        except LabError:
            self._reach = Reach.ANYWHERE
            self.run("inv", "--version")

    def run(self, *words: str, within: str = ".") -> str:
        """`uv run ...`, and what it said. Raises LabError with its last words where it fails."""
        # Its own stages and its own data, whatever the notebook was started with.
        own = {"STAGES_ROOT": str(self.folder), "STAGES_STATE": str(self.state)}
        try:
            return uv("run", "--quiet", *words, folder=self.folder / within, reach=self._reach, environment=own)
        except LabError as error:
            shown = " ".join(words)
            raise LabError(f"`{shown}` failed: {error.line.partition(': ')[2]}", detail=error.detail) from error
