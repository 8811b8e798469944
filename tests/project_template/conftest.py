"""The questions and their hook, with cookiecutter around them and without."""

import tempfile
from pathlib import Path

import pytest

from tests.project_template.baking import Oven, assemble
from tests.project_template.hook import Hook, load_hook


@pytest.fixture(scope="session")
def template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The questions, the hook and one file, to be baked and not to be changed."""
    folder = tmp_path_factory.mktemp("template")
    assemble(folder)
    return folder


@pytest.fixture
def oven(template: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]) -> Oven:
    """An empty folder to bake into."""
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))  # cookiecutter leaves each hook that it has run
    output = tmp_path / "output"
    output.mkdir()
    return Oven(template, output, capfd)


@pytest.fixture(scope="session")
def hook(tmp_path_factory: pytest.TempPathFactory) -> Hook:
    return load_hook(tmp_path_factory.mktemp("hook"))
