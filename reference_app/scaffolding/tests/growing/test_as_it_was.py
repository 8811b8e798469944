"""The template of a few files in a repository that has gone on since."""

import subprocess
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from clever.scaffolding.errors import Refused
from clever.scaffolding.growing.as_it_was import as_it_was
from clever.scaffolding.growing.baking import bake
from clever.scaffolding.growing.memory import Memory

type Keep = Callable[[], str]


@pytest.fixture
def repository(template: Path) -> Path:
    """With the template in a folder of it."""
    return template.parent / "repository.git"  # cookiecutter takes no address for one of git's that does not say so


@pytest.fixture
def keep(repository: Path, template: Path) -> Keep:
    """Commit the repository as it is now, and tell which commit that was."""
    repository.mkdir()
    template.rename(repository / "in")

    def commit() -> str:
        for line in ("init --quiet", "add --all", "commit --quiet --message kept"):
            subprocess.run(["git", *line.split()], cwd=repository, check=True)
        told = subprocess.run(["git", "rev-parse", "HEAD"], cwd=repository, check=True, capture_output=True, text=True)
        return told.stdout.strip()

    return commit


@pytest.fixture
def older(memory: Memory, repository: Path, keep: Keep) -> Memory:
    """Of the first commit."""
    return replace(memory, template=str(repository), commit=keep(), directory="in")


def change(repository: Path) -> None:
    file = repository / "in/{{cookiecutter.slug}}/README.md"
    file.write_text(file.read_text().replace("What it is.", "What it has become."))


def test_one_that_is_still_so_is_taken_where_it_is(older: Memory, repository: Path, keep: Keep, tmp_path: Path) -> None:
    (repository / "beside.txt").touch()
    keep()

    assert as_it_was(repository, older, tmp_path / "into") == repository


@pytest.mark.parametrize("committed", [True, False])
def test_one_that_has_gone_on_is_baked_as_it_was(
    older: Memory, repository: Path, keep: Keep, tmp_path: Path, committed: bool
) -> None:
    change(repository)
    if committed:
        keep()

    assert "What it is." in bake(older, tmp_path / "into").joinpath("README.md").read_text()
    assert "What it has become." in (repository / "in/{{cookiecutter.slug}}/README.md").read_text()


def test_of_another_machine_it_is_baked_as_it_was(older: Memory, repository: Path, keep: Keep, tmp_path: Path) -> None:
    change(repository)
    keep()

    made = bake(replace(older, template=f"file://{repository}"), tmp_path / "into")

    assert "What it is." in made.joinpath("README.md").read_text()


def test_without_a_commit_it_is_taken_as_it_is(older: Memory, repository: Path, tmp_path: Path) -> None:
    change(repository)

    made = bake(replace(older, commit=""), tmp_path / "into")

    assert "What it has become." in made.joinpath("README.md").read_text()


def test_a_commit_that_is_not_there_is_refused_in_one_line(older: Memory, repository: Path, tmp_path: Path) -> None:
    with pytest.raises(Refused) as refused:
        as_it_was(repository, replace(older, commit="c0ffee" * 6), tmp_path / "into")

    assert str(refused.value) == (
        f"the template {repository} does not know c0ffeec0ffee, which this project was made of; "
        "name another one with --template"
    )
