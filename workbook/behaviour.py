"""What is tried on each kind of database: the services' own tests, and the behaviour of each stage."""

import sys
from collections.abc import Iterator
from pathlib import Path

from clever.acceptance.against import POSTGRESQL, SQLITE, databases, ways
from clever.acceptance.plugin import SHORT_CASES
from clever.runner import load_stage
from clever.runner.tables import CONTAINERS
from workbook.parts import Part
from workbook.testing import Tier, side_by_side

# Left out of "without each", but for the full tier: what has many cases or is no matter of who else is there, and what
# puts a service under pressure.
MODULES_FOR_FULL = ("errors", "fuzz", "limits", "openapi", "request_id")
PRESSURE = ("at_once", "eight_processes")

# To start a stage of many projects takes longest, so these tests of one that runs share the start of its behaviour.
ALONG = {
    ("composition", SQLITE): "tests/lab/composing/test_at_work.py",
    ("composition", CONTAINERS): "reference_app/stages/composition/tests/test_on_containers.py",
}


def services(root: Path, tier: Tier) -> Iterator[Part]:
    """The services' tests once more, on PostgreSQL; with all other tests they have run on SQLite."""
    if tier != "fast" and POSTGRESQL in databases():
        chosen = ["reference_app/services", "reference_app/kit", *side_by_side("not live or postgresql")]
        command = (sys.executable, "-m", "workbook.on_postgresql", sys.executable, "-m", "pytest", "-q", *chosen)
        yield Part("services on PostgreSQL", command, root)


def stages(root: Path, names: list[str], tier: Tier) -> Iterator[Part]:
    """One part for each way to try a stage. The fast tier starts nothing, so it has none.

    Where all stages are tried every day, the one of a single project is tried on PostgreSQL, if that is installed: on
    SQLite one of several projects is. And of one that can run on containers as well, there its own projects are tried:
    of the others the very same images are tried in the stage that it has them from.
    """
    full = ["--full", "-m", "not alone"] if tier == "full" else ["-m", "not alone and not full"]
    for name in [] if tier == "fast" else names:
        alone = len(load_stage(name).projects) == 1
        least = -1 if alone and tier == "default" and len(names) > 1 else None
        for way in ways(name, full=tier == "full")[least:]:
            along = [file for file in [ALONG.get((name, str(way)), "")] if (root / file).is_file()]
            options = [*along, *(["--nginx"] if way.nginx else []), *full]
            title = f"behaviour of {name} on {way}"
            if way.on == CONTAINERS and tier == "default" and len(names) > 1:
                own = load_stage(name).own_projects
                options += ["-k", " or ".join([*own, *(Path(file).stem for file in along)])]
                title += f", of {' and '.join(own)}"
            yield Part(title, (sys.executable, "-m", "workbook.behaving", name, way.on, "-q", *options), root)


def without_each(root: Path, names: list[str], tier: Tier) -> Iterator[Part]:
    """For a stage of several projects: each is ended in turn, and what does not need it is tried meanwhile."""
    short = [f"--ignore-glob=*/generic/test_{name}.py" for name in MODULES_FOR_FULL]
    short += ["-k", " and ".join(f"not {words}" for words in PRESSURE)]
    for name in [] if tier == "fast" else names:
        stage = load_stage(name, root)
        # What a stage has from another one falls with whom it falls there, so that is tried there.
        others = stage.arranges or (stage.extends and tier != "full")
        if len(stage.projects) > 1 and not others:
            command = (sys.executable, "-m", "workbook.behaving", name, SQLITE, "-q", "--without=each")
            # Cases are drawn by the thousand where all are there; here a few show that each is.
            arguments = ["--full", f"--fuzz-cases={SHORT_CASES}"] if tier == "full" else short
            yield Part(f"behaviour of {name} without each of its services", (*command, *arguments), root)
