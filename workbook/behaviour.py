"""What is tried on each kind of database: the services' own tests, and the behaviour of each stage."""

import os
import subprocess
import sys
from collections.abc import Iterator
from functools import partial
from pathlib import Path

from clever.acceptance.against import POSTGRESQL, accept, databases
from clever.runner.engines.postgresql import private_postgresql
from workbook.testing import Part, Tier, side_by_side


def services(root: Path, tier: Tier) -> Iterator[Part]:
    """The services' tests once more, on PostgreSQL; with all other tests they have run on SQLite."""
    if tier != "fast" and POSTGRESQL in databases():
        yield Part("services on PostgreSQL", partial(_services, root, tier))


def stages(names: list[str], tier: Tier) -> Iterator[Part]:
    """One part a stage and database. The fast tier starts nothing, so it has none."""
    for name in [] if tier == "fast" else names:
        for database in databases():
            yield Part(f"behaviour of {name} on {database}", partial(_behaves, name, database, tier))


def _services(root: Path, tier: Tier, report: Path) -> bool:
    chosen = ["reference_app/services", "reference_app/kit", *side_by_side("not live or postgresql")]
    with private_postgresql() as server:
        environment = os.environ | {"TEST_TIER": tier, "DATABASE_URL": server.create("services")}
        command = [sys.executable, "-m", "pytest", "-q", f"--junitxml={report}", *chosen]
        return subprocess.run(command, cwd=root, env=environment, check=False).returncode == 0


def _behaves(stage: str, database: str, tier: Tier, report: Path) -> bool:
    full = ["--full"] if tier == "full" else []
    return accept(stage, on=database, arguments=["-q", f"--junitxml={report}", *full])
