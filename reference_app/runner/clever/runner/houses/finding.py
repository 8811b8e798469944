"""Which house a stage is."""

from collections.abc import Mapping
from pathlib import Path

from clever.runner.houses.house import House
from clever.runner.houses.on_containers import OnContainers
from clever.runner.houses.on_processes import OnProcesses
from clever.runner.places import StageFolder
from clever.runner.stagefile import StageFile, load_stage
from clever.runner.ways import load_stage_as_it_ran


def find_house(name: str, root: Path, given: Mapping[str, str], *, on: str = "") -> House:
    """The house of the stage called `name`, on processes or on containers; left out, on what it ran on last.

    Raises StageError for an unknown one, and for one that does not run on that.
    """
    return house_of(load_stage(name, root, on=on) if on else load_stage_as_it_ran(name, root), root, given)


def house_of(stage: StageFile, root: Path, given: Mapping[str, str]) -> House:
    """The house of a stage, by what it is read for."""
    # With one database it is DATABASE_URL; with several it is not, and the other stage's must not confuse this one.
    own = {each: value for each, value in given.items() if each != "DATABASE_URL" or len(stage.databases) == 1}
    kind = OnContainers if stage.compose else OnProcesses
    return kind(stage, StageFolder.of(stage.name, root), own)
