"""One project through all stages and back, with what it keeps. Each step by itself is tested beside what takes it."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from clever.runner.containers.engine import find_engine
from clever.runner.containers.naming import volumes_left
from clever.runner.places import StageFolder
from tests.project_template.growing.grown import Grown, Rows
from workbook.book import REPOSITORY
from workbook.project_template.baking import bake
from workbook.project_template.proof.baked import Baked

pytestmark = [pytest.mark.live, pytest.mark.engine("docker")]

NAMESPACE = "grown"
RECORDS = 40  # at each stage; what the suite asks for comes on top
COMPARED = re.compile(r"^(\w+) +[\d,]+ .* equal$", re.MULTILINE)


@pytest.fixture
def grown(tmp_path: Path) -> Iterator[Grown]:
    """A project without the example, at its first stage. Neither containers nor volumes nor images of it are left."""
    answers = {"slug": NAMESPACE, "stage": "monolith"}
    grown = Grown(Baked(bake(REPOSITORY, tmp_path, answers), NAMESPACE))
    yield grown
    for stage in grown.baked.stages:
        grown.inv("down", stage, "--forget-data")
    engine = find_engine()
    for folder in (grown.baked.folder / "var").iterdir():
        for volume in volumes_left(folder.name, StageFolder(folder)):
            engine.run("volume", "rm", volume)
    for image in engine.run("image", "ls", "--quiet", f"{NAMESPACE}/*").split():
        engine.run("image", "rm", image)


def lives(grown: Grown, stage: str, before: Rows) -> Rows:
    """The stage has what was there before, passes the suite, and gets something new. Gives what it has then."""
    running = grown.up(stage)
    try:
        assert running.rows() == before
        assert " passed" in running.behaves()
        running.put_records(RECORDS)
        return running.rows()
    finally:
        running.down()


def test_from_stage_to_stage_and_back_no_row_is_lost_and_each_stage_behaves(grown: Grown) -> None:
    running = grown.up("monolith")
    running.put_records(RECORDS)
    first = running.rows()
    running.down()
    assert first.keys() == {"auth.user", "orders.record"}

    kept = lives(grown, "monolith", first)
    for stage in ("split", "containers", "composition"):
        said = grown.go("grow", stage)
        assert {"auth_user", "orders_record"} <= {*COMPARED.findall(said)}
        kept = lives(grown, stage, kept)
    said = grown.go("shrink", "monolith")
    assert {"auth_user", "orders_record"} <= {*COMPARED.findall(said)}

    running = grown.up("monolith")
    assert running.rows() == kept
    running.down()
    assert int(kept["orders.record"].split()[0]) >= 5 * RECORDS
    aside = sorted(folder.name for folder in (grown.baked.folder / "var").glob("*-until-*"))
    assert aside == [
        "composition-until-monolith",
        "containers-until-composition",
        "monolith-until-split",
        "split-until-containers",
    ]
