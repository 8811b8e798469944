"""What compose calls a stage stays with the stage's folder."""

from pathlib import Path

import pytest

from clever.runner.containers import naming
from clever.runner.containers.engine import Engine
from clever.runner.containers.naming import project_name, settle_name, variables_file, volumes_left
from clever.runner.errors import StageError
from clever.runner.places import StageFolder


@pytest.fixture
def folder(tmp_path: Path) -> StageFolder:
    folder = StageFolder(tmp_path / "tiny")
    folder.make()
    return folder


def test_a_name_goes_where_its_folder_goes_and_the_next_folder_gets_another(folder):
    settle_name("tiny", folder)
    first = project_name("tiny", folder)
    settle_name("tiny", folder)
    assert project_name("tiny", folder) == first

    aside = StageFolder(folder.path.rename(folder.path.with_name("tiny-until-large")))
    folder.make()
    settle_name("tiny", folder)

    assert project_name("tiny", aside) == first
    assert project_name("tiny", folder) != first
    assert project_name("tiny", folder).startswith("tiny-")


def test_what_was_in_containers_before_names_were_kept_has_its_name_still(folder):
    before = project_name("tiny", folder)
    variables_file(folder).touch()

    settle_name("tiny", folder)

    assert project_name("tiny", folder) == before


def test_for_a_folder_that_is_not_there_no_name_is_kept(tmp_path):
    folder = StageFolder(tmp_path / "never")

    settle_name("never", folder)

    assert not folder.path.exists()
    assert project_name("never", folder) == project_name("never", folder)


def test_a_folder_that_cannot_be_written_to_is_named(folder, monkeypatch):
    def full(file: Path, text: str) -> None:
        raise OSError(28, "No space left on device", str(file))

    monkeypatch.setattr(naming, "write_private", full)

    with pytest.raises(StageError, match=r"tiny/compose.name: cannot be written \(No space left on device\)"):
        settle_name("tiny", folder)


def test_volumes_that_are_left_are_those_that_bear_the_name(folder, monkeypatch, tmp_path):
    program = tmp_path / "docker"
    program.write_text(
        f'#!/bin/sh\n[ "$5" = label=com.docker.compose.project={project_name("tiny", folder)} ] && echo b a'
    )
    program.chmod(0o755)
    monkeypatch.setattr(naming, "find_engine", lambda: Engine(program, "1"))
    assert volumes_left("tiny", folder) == [], "it was never in containers"

    variables_file(folder).touch()
    assert volumes_left("tiny", folder) == ["a", "b"]

    program.write_text("#!/bin/sh\nexit 1")
    assert volumes_left("tiny", folder) == [], "no engine answers"
