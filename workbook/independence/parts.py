"""The projects of stages that have several, each tested by itself."""

import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

from clever.runner.needs import asks_permitter
from clever.runner.stagefile import load_stage
from workbook.parts import Part
from workbook.testing import Tier

COMMAND = (sys.executable, "-m", "workbook.independence")


def alone(root: Path, stages: Iterable[str], tier: Tier) -> Iterator[Part]:
    """One part a project. The fast tier starts nothing, so it has none.

    A project that opens others' databases needs their models: it is not by itself, nor meant to be. Those that call one
    other alone, the permitter, are alike, and wait for the full tier.
    """
    for stage in [] if tier == "fast" else stages:
        table = load_stage(stage, root)
        # What a stage has from another one is tried there.
        for name in table.own_projects if len(table.projects) > 1 else ():
            project = table.projects[name]
            alike = len(project.calls or ()) == 1 and asks_permitter(table, name)
            if not project.opens and (tier == "full" or not alike):
                yield Part(f"{name} of {stage} alone", (*COMMAND, stage, name, "-q"), root)
