"""Folders that hold nothing any more."""

from pathlib import Path

from clever.scaffolding.emptied import remove_emptied


def test_a_folder_with_nothing_but_what_was_compiled_goes(tmp_path: Path) -> None:
    compiled = tmp_path / "package/__pycache__/module.pyc"
    compiled.parent.mkdir(parents=True)
    compiled.touch()

    assert remove_emptied(tmp_path / "package")
    assert not (tmp_path / "package").exists()


def test_a_folder_with_anything_else_stays_as_it_is(tmp_path: Path) -> None:
    for name in ("__pycache__/module.pyc", "inner/notes.txt"):
        (tmp_path / name).parent.mkdir()
        (tmp_path / name).touch()

    assert not remove_emptied(tmp_path)
    assert sorted(file.name for file in tmp_path.rglob("*.*")) == ["module.pyc", "notes.txt"]
