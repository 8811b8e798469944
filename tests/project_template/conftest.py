"""The questions and their hook, with cookiecutter around them and without."""

import os
import tempfile
from collections.abc import Iterator
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


@pytest.fixture(scope="module")
def nobodys_home(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Neither cookiecutter nor git reads or writes anything of whoever runs the tests."""
    home = tmp_path_factory.mktemp("home")
    configuration = home / "cookiecutter.yaml"
    configuration.write_text(f"cookiecutters_dir: {home}/cloned\nreplay_dir: {home}/replayed\n")
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(tempfile, "tempdir", str(home))  # cookiecutter leaves each hook that it has run
        patched.setenv("COOKIECUTTER_CONFIG", str(configuration))
        for name in [name for name in os.environ if name.startswith("GIT_")]:
            patched.delenv(name)
        for name in ("GIT_CONFIG_GLOBAL", "GIT_CONFIG_SYSTEM"):
            patched.setenv(name, os.devnull)
        for who in ("AUTHOR", "COMMITTER"):
            patched.setenv(f"GIT_{who}_NAME", "Ann")
            patched.setenv(f"GIT_{who}_EMAIL", "ann@example.org")
        yield
