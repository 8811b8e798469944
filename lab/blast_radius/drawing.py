"""The table of who falls with whom, read from stage.toml and measured by nobody."""

from typing import TYPE_CHECKING

from lab.display import Shown, Table
from lab.errors import LabError
from lab.running import Stage
from lab.where import ROOT

if TYPE_CHECKING:
    from clever.runner.needs import Fate, Fates


class BlastRadius(Shown):
    """A row for each project that may die, a column for each service, and what becomes of it."""

    def __init__(self, name: str, fates: "Fates") -> None:
        self.name = name
        self.fates = fates

    def falling(self, dead: str) -> list[str]:
        """The services that nobody can ask any more while `dead` is dead. Raises LabError for an unknown project."""
        return self._with_fate(dead, "falls")

    def limping(self, dead: str) -> list[str]:
        """The services that answer, except where they would have to ask `dead`."""
        return self._with_fate(dead, "limps")

    def whole(self, dead: str) -> list[str]:
        """The services that do not miss `dead`."""
        return self._with_fate(dead, "whole")

    @property
    def worst(self) -> int:
        """How many services fall at once where the worst project dies."""
        return max(len(self.falling(dead)) for dead in self.fates)

    def table(self) -> Table:
        services = next(iter(self.fates.values()))
        rows = [[dead, *(_said(fate) for fate in row.values())] for dead, row in self.fates.items()]
        return Table(["dies", *services], rows, title=f"{self.name}: who falls with whom")

    def html(self) -> str:
        return self.table().html()

    def text(self) -> str:
        return self.table().text()

    def _with_fate(self, dead: str, fate: str) -> list[str]:
        if dead not in self.fates:
            raise LabError(f"{self.name} has no project {dead!r}; there are: {', '.join(self.fates)}")
        return [service for service, its in self.fates[dead].items() if its == fate]


def _said(fate: "Fate") -> str:
    return "-" if fate == "whole" else str(fate)


def blast_radius(stage: Stage | str) -> BlastRadius:
    """Who falls and who limps when a project of a stage dies: `lab.blast_radius(split)`. The stage need not be up.

    Raises LabError for an unknown stage.
    """
    from clever.runner import StageError, load_stage
    from clever.runner.needs import blast_radius as foretold

    name = stage if isinstance(stage, str) else stage.name
    try:
        return BlastRadius(name, foretold(load_stage(name, ROOT)))
    except StageError as error:
        raise LabError(str(error)) from error
