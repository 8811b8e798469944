"""A project that is no workbook: its folders are at the top, and a service may join any of its stages."""

import shutil
from pathlib import Path

import pytest

from clever.runner.places import find_root
from clever.runner.stagefile import load_stage
from clever.scaffolding.changes import Changes
from clever.scaffolding.joining.joining import join
from clever.scaffolding.layout import Layout
from clever.scaffolding.service import Service
from clever.scaffolding.template import Template

HERE = Layout.find(find_root(Path(__file__).parent))


@pytest.fixture
def layout(tmp_path: Path) -> Layout:
    root = tmp_path / "project"
    for name in ("stages", "contracts"):
        shutil.copytree(HERE.home / name, root / name, ignore=shutil.ignore_patterns("__pycache__", "tests", "var"))
    shutil.copytree(HERE.template, root / "templates/service")
    (root / "services").mkdir()
    return Layout.find(root)


def joined(layout: Layout, name: str, stage: str, *calls: str) -> Changes:
    """What has been written so that a service of this name joins the stage. `calls` are those that it calls."""
    service, changes = (
        Service(name, name.capitalize(), name.capitalize(), calls, load_stage(stage, layout.root)),
        Changes(),
    )
    join(service, Template.of(service, layout.template), layout, changes, layout.root.parent / "made" / stage / name)
    with changes.written():
        return changes
