"""The projects of stages that have several, each tested by itself."""

import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

from clever.runner.stagefile import load_stage
from workbook.parts import Part
from workbook.testing import Tier

COMMAND = (sys.executable, "-m", "workbook.independence")


def alone(root: Path, stages: Iterable[str], tier: Tier) -> Iterator[Part]:
    """One part a project. The fast tier starts nothing, so it has none.

    A project that opens others' databases needs their models: it is not by itself, nor meant to be.
    """
    for stage in [] if tier == "fast" else stages:
        projects = load_stage(stage, root).projects
        for name, project in projects.items() if len(projects) > 1 else ():
            if not project.opens:
                yield Part(f"{name} of {stage} alone", (*COMMAND, stage, name, "-q"), root)
