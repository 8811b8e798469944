from pathlib import Path

import pytest

from clever.runner.errors import StageError
from clever.runner.places import StageFolder, find_root


def make_stage(folder: Path) -> None:
    folder.mkdir(parents=True)
    (folder / "stage.toml").touch()


def test_the_root_is_found_from_deep_inside_a_checkout(tmp_path):
    make_stage(tmp_path / "stages" / "monolith")

    assert find_root(tmp_path / "stages" / "monolith") == tmp_path


def test_the_workbook_is_the_root_even_from_inside_reference_app(tmp_path):
    make_stage(tmp_path / "reference_app" / "stages" / "monolith")

    assert find_root(tmp_path / "reference_app" / "stages" / "monolith") == tmp_path


def test_outside_of_any_project_it_says_where_it_looked(tmp_path):
    with pytest.raises(StageError, match=str(tmp_path)):
        find_root(tmp_path)


def test_the_root_can_be_given(tmp_path, monkeypatch):
    make_stage(tmp_path / "there" / "stages" / "monolith")
    monkeypatch.setenv("STAGES_ROOT", str(tmp_path / "there"))

    assert find_root(tmp_path) == tmp_path / "there"


def test_a_given_root_without_stages_is_refused(tmp_path, monkeypatch):
    monkeypatch.setenv("STAGES_ROOT", str(tmp_path))

    with pytest.raises(StageError, match="STAGES_ROOT"):
        find_root(tmp_path)


def test_only_the_owner_can_enter_a_stages_folder(tmp_path):
    folder = StageFolder.of("tiny", tmp_path)

    folder.make()

    assert folder.path.stat().st_mode & 0o777 == 0o700


def test_a_file_in_the_folders_place_is_named(monkeypatch, tmp_path):
    monkeypatch.delenv("STAGES_STATE", raising=False)
    (tmp_path / "var").touch()

    with pytest.raises(StageError, match=r"var.*make the folder writable"):
        StageFolder.of("tiny", tmp_path).make()
