"""What of the reference app becomes part of a project, and where."""

from pathlib import Path

import pytest

from workbook.project_template.sources import ALONE, PARTS, read_sources
from workbook.project_template.tree import write_tree

FILES = {
    **{f"reference_app/{part}/README.md": part.encode() for part in PARTS},
    **dict.fromkeys(ALONE, b"alone"),
    "templates/service/cookiecutter.json": b"{}",
    "reference_app/every_app.py": b"the workbook's own",
    "lab/show.py": b"the workbook's own",
}


@pytest.fixture
def root(tmp_path: Path) -> Path:
    write_tree(FILES, tmp_path / "workbook")
    return tmp_path / "workbook"


def test_the_folders_of_the_reference_app_are_those_of_a_project(root: Path) -> None:
    sources = read_sources(root)

    assert sources["kit/README.md"] == b"kit"
    assert sources["templates/service/cookiecutter.json"] == b"{}"


def test_files_beside_the_folders_lie_at_the_top_of_a_project(root: Path) -> None:
    sources = read_sources(root)

    assert sources[".dockerignore"] == sources[".python-version"] == b"alone"


def test_nothing_else_of_the_workbook_is_taken(root: Path) -> None:
    sources = read_sources(root)

    assert len(sources) == len(FILES) - 2
    assert b"the workbook's own" not in sources.values()
