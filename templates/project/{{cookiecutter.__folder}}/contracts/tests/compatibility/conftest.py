"""A project, in a repository of its own."""

import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from {{ cookiecutter.namespace }}.contracts.compatibility.places import Places


@pytest.fixture
def places(tmp_path: Path) -> Places:
    """The folders of a project, which has no code in them."""
    for folder in ("contracts", "services", "stages"):
        (tmp_path / folder).mkdir()
    return Places(tmp_path)


@pytest.fixture
def git(places: Places, monkeypatch: pytest.MonkeyPatch) -> Callable[..., str]:
    """`git("commit", ...)` in the project, which is a repository that nobody's settings have a say in."""
    for name in ("GIT_CONFIG_GLOBAL", "GIT_CONFIG_SYSTEM"):
        monkeypatch.setenv(name, "/dev/null")
    for name in ("GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE"):
        monkeypatch.delenv(name, raising=False)
    for who in ("AUTHOR", "COMMITTER"):
        monkeypatch.setenv(f"GIT_{who}_NAME", "Ann")
        monkeypatch.setenv(f"GIT_{who}_EMAIL", "ann@example.org")

    def run(*arguments: str) -> str:
        command = ["git", *arguments]
        return subprocess.run(command, cwd=places.home, capture_output=True, text=True, check=True).stdout

    run("init", "--quiet", "--initial-branch=main")
    run("commit", "--quiet", "--allow-empty", "--message", "Begin")
    return run
