"""A service of one's own that calls another goes into one process and out again, and calls it still."""

import shutil
import tomllib
from pathlib import Path
from typing import Any

import pytest

from tests.project_template.releases import commit, git
from workbook.book import REPOSITORY
from workbook.project_template.baking import bake
from workbook.project_template.freshness import TEMPLATE
from workbook.project_template.proof.baked import Baked

pytestmark = pytest.mark.full  # five bakes; each part of it is tested every day beside the scaffolding


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Baked:
    """A project at the stage split, in git, with a second service that calls the first. Its template is a copy."""
    for who in ("AUTHOR", "COMMITTER"):
        monkeypatch.setenv(f"GIT_{who}_NAME", "Ann")
        monkeypatch.setenv(f"GIT_{who}_EMAIL", "ann@example.org")
    shutil.copytree(REPOSITORY / TEMPLATE, tmp_path / TEMPLATE)
    answers = {"project_name": "Acme", "slug": "acme", "namespace": "acme", "stage": "split"}
    baked = Baked(bake(tmp_path, tmp_path / "projects", answers), "acme")
    inv(baked, "new-service", "invoices", "--calls", "orders")
    git(baked.folder, "init", "--quiet")
    commit(baked.folder)
    return baked


def inv(project: Baked, *words: str) -> None:
    project.python("-m", "invoke", *words)


def stage(project: Baked, name: str) -> dict[str, Any]:
    return tomllib.loads((project.folder / f"stages/{name}/stage.toml").read_text(encoding="utf-8"))


def test_in_one_process_it_calls_in_there_and_on_the_way_back_nothing_is_lost(project: Baked) -> None:
    before = git(project.folder, "rev-parse", "HEAD^{tree}")

    inv(project, "shrink", "monolith", "--yes")
    commit(project.folder)

    assert stage(project, "monolith")["seams"] == {"ORDERS_URL": "local:"}
    assert stage(project, "monolith")["projects"]["monolith"]["callees"] == {"invoices": ["orders"]}
    settings = (project.folder / "stages/monolith/monolith/settings.py").read_text(encoding="utf-8")
    assert 'ORDERS_URL = env.seam("ORDERS_URL", default="local:")' in settings

    inv(project, "grow", "split", "--yes")
    commit(project.folder)

    assert "ORDERS_URL" in stage(project, "split")["projects"]["invoices"]["calls"]
    assert git(project.folder, "rev-parse", "HEAD^{tree}") == before
