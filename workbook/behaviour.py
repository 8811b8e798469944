"""What is tried on each kind of database: the services' own tests, and the behaviour of each stage."""

import sys
from collections.abc import Iterator
from pathlib import Path

from clever.acceptance.against import POSTGRESQL, databases, ways
from workbook.parts import Part
from workbook.testing import Tier, side_by_side


def services(root: Path, tier: Tier) -> Iterator[Part]:
    """The services' tests once more, on PostgreSQL; with all other tests they have run on SQLite."""
    if tier != "fast" and POSTGRESQL in databases():
        chosen = ["reference_app/services", "reference_app/kit", *side_by_side("not live or postgresql")]
        command = (sys.executable, "-m", "workbook.on_postgresql", sys.executable, "-m", "pytest", "-q", *chosen)
        yield Part("services on PostgreSQL", command, root)


def stages(root: Path, names: list[str], tier: Tier) -> Iterator[Part]:
    """One part for each way to try a stage. The fast tier starts nothing, so it has none."""
    full = ["--full"] if tier == "full" else []
    for name in [] if tier == "fast" else names:
        for way in ways(name, full=tier == "full"):
            nginx = ["--nginx"] if way.nginx else []
            command = (sys.executable, "-m", "workbook.behaving", name, way.on, *nginx, "-q", *full)
            yield Part(f"behaviour of {name} on {way}", command, root)
