"""One command, in a checkout, as a team would do it: from nothing to a service that runs in its stage."""

import json
import time
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path

import pytest

from lab.errors import LabError
from lab.index.uv import Reach, uv
from workbook.book import REPOSITORY
from workbook.checkout.writing import check_out

NAME = "attendance"
GENERIC = ("pytest", "-q", "--pyargs", "clever.acceptance.generic", "-k", NAME)

Run = Callable[..., str]
Timed = Callable[[str], AbstractContextManager[None]]


@pytest.fixture
def timed(record_property: Callable[[str, object], None]) -> Timed:
    """`with timed("up"):` keeps in the report how many seconds a step took."""

    @contextmanager
    def measure(step: str) -> Iterator[None]:
        began = time.monotonic()
        yield
        record_property(f"seconds: {step}", round(time.monotonic() - began, 1))

    return measure


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    """composition as a project of its own."""
    folder = tmp_path / "mine"
    for _ in check_out("composition", folder, root=REPOSITORY):
        pass
    return folder


@pytest.fixture
def run(checkout: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    """`run("inv", "test")` is `uv run inv test` there: with packages that are at hand, or else from the usual index."""

    def uv_run(*words: str, folder: str = ".") -> str:
        return uv("run", "--quiet", *words, folder=checkout / folder, reach=reach)

    monkeypatch.setenv("STAGES_STATE", str(tmp_path / "state"))
    monkeypatch.delenv("DJANGO_SETTINGS_MODULE", raising=False)  # of these tests themselves
    reach = Reach.NOWHERE
    try:
        uv_run("inv", "--version")
    except LabError:
        reach = Reach.ANYWHERE
        uv_run("inv", "--version")
    return uv_run


@pytest.mark.live
@pytest.mark.full  # an attendance service is made, tested and composed every day, in tests/lab/afternoon
def test_one_command_makes_a_service_that_runs_in_its_stage(run: Run, timed: Timed, tmp_path: Path) -> None:
    with timed("new-service"):
        said = run("inv", "new-service", NAME, "--title", "Attendance", "--calls", "player,coupon")
    assert "uv run inv up composition" in said

    with timed("its own tests"):
        assert " passed" in run("pytest", "-q", folder=f"services/{NAME}")

    with timed("up"):
        run("inv", "up", "composition", "--detach")
    try:
        table = tmp_path / "map.json"
        table.write_text(run("inv", "status", "--json"))
        assert NAME in json.loads(table.read_text())["composition"]["services"]

        with timed("the generic behaviour"):
            where = (f"--stage-map={table}", f"--credentials={tmp_path}/state/composition/secrets.env")
            asked = run(*GENERIC, *where)
        assert " passed" in asked
        assert "failed" not in asked
    finally:
        with timed("down"):
            run("inv", "down", "composition", "--forget-data")


@pytest.mark.live
def test_what_is_refused_is_one_line_and_changes_nothing(checkout: Path, run: Run) -> None:
    before = {file: file.read_bytes() for file in checkout.rglob("*.toml")}

    with pytest.raises(LabError) as refused:
        run("inv", "new-service", "coupon")

    assert "'coupon' is taken" in refused.value.detail
    assert len(refused.value.detail.splitlines()) == 1
    assert {file: file.read_bytes() for file in checkout.rglob("*.toml")} == before
