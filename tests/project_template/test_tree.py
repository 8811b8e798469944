"""A folder's files in memory, and written again."""

from pathlib import Path

import pytest

from workbook.project_template.tree import read_tree, text_of, write_tree

TREE = {"a.py": b"a = 1\n", "deep/er/logo.png": b"\x89PNG\0", "deep/.hidden": b""}


def test_what_is_written_is_read_again(tmp_path: Path) -> None:
    write_tree(TREE, tmp_path / "new")

    assert read_tree(tmp_path / "new") == TREE


def test_what_was_in_the_folder_before_is_gone(tmp_path: Path) -> None:
    write_tree({"old/file": b"", "a.py": b"old"}, tmp_path / "folder")

    write_tree(TREE, tmp_path / "folder")

    assert read_tree(tmp_path / "folder") == TREE
    assert not (tmp_path / "folder/old").exists()


@pytest.mark.parametrize(
    "place",
    [
        "__pycache__/a.cpython-313.pyc",
        "service/.hypothesis/examples/1",
        "stages/monolith/var/state.json",
        "stages/monolith/media/banner.png",
        "db.sqlite3",
        "db.sqlite3-wal",
    ],
)
def test_what_running_leaves_behind_is_not_read(tmp_path: Path, place: str) -> None:
    write_tree(TREE | {place: b"left"}, tmp_path / "folder")

    assert read_tree(tmp_path / "folder") == TREE


def test_a_folder_is_read_whole_though_it_lies_in_one_that_would_be_left_out(tmp_path: Path) -> None:
    write_tree(TREE, tmp_path / "var/folder")

    assert read_tree(tmp_path / "var/folder") == TREE


@pytest.mark.parametrize(
    ("content", "text"),
    [(b"", ""), ("게임\n".encode(), "게임\n"), (b"\x89PNG\r\n", None), (b"MO\0", None)],
)
def test_an_image_or_a_compiled_file_is_no_text(content: bytes, text: str | None) -> None:
    assert text_of(content) == text
