"""Counting a stage: programs, processes, memory, databases, and what is released by itself."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

import psutil

from lab.display import Shown, Table
from lab.errors import LabError
from lab.running import Stage
from lab.where import ROOT

if TYPE_CHECKING:
    from clever.runner.stagefile import StageFile

MEBI = 1024 * 1024


class Footprint(Shown):
    """A stage in numbers. `mebibytes` is the memory of all its processes; what they share counts once."""

    def __init__(self, stage: "StageFile", processes: int, mebibytes: float) -> None:
        self.name = stage.name
        self.projects = len(stage.projects)
        self.programs = len(stage.processes)
        self.databases = len(stage.databases)
        self.processes = processes
        self.mebibytes = mebibytes

    def rows(self) -> list[tuple[str, float]]:
        """What is counted, and how much of it."""
        return [
            ("projects to release", self.projects),
            ("programs to watch", self.programs),
            ("processes", self.processes),
            ("memory, MiB", self.mebibytes),
            ("databases to back up", self.databases),
        ]

    def table(self) -> Table:
        return Table([self.name, "how much"], self.rows())

    def html(self) -> str:
        return self.table().html()

    def text(self) -> str:
        return self.table().text()


def footprint(stage: Stage) -> Footprint:
    """What a stage takes of this machine just now: `lab.footprint(split).mebibytes`. nginx and engines do not count.

    Raises LabError for a stage that is not up.
    """
    from clever.runner import load_stage
    from clever.runner.places import StageFolder
    from clever.runner.processes import of_stage

    found = [process for process in of_stage(StageFolder.of(stage.name, ROOT).path) if _is_pythons(process)]
    if not found:
        raise LabError(f'{stage.name} is not up, so it takes nothing: start it with lab.up("{stage.name}")')
    return Footprint(load_stage(stage.name, ROOT), len(found), memory(found) / MEBI)


def memory(processes: Iterable[psutil.Process]) -> int:
    """The bytes of memory that these processes take together.

    On Linux that is the sum of their proportional set sizes: a page that five processes share counts as a fifth in
    each. Elsewhere no such figure is to be had, and the memory that is each one's own is summed up.
    """
    total = 0
    for process in processes:
        try:
            found = process.memory_full_info()
        except psutil.Error:
            continue  # it went meanwhile
        total += getattr(found, "pss", found.uss)
    return total


def _is_pythons(process: psutil.Process) -> bool:
    try:
        return "python" in process.name().lower() or any("python" in word for word in process.cmdline()[:2])
    except psutil.Error:
        return False
