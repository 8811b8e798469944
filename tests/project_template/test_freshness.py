"""templates/project is what it is made of, or the file that is not is named."""

from pathlib import Path

import pytest

from workbook.errors import BookError
from workbook.project_template import freshness
from workbook.project_template.tree import read_tree, write_tree

WANTED = {"cookiecutter.json": b"{}", "project/a.py": b"a = 1\n", "project/in/run.sh": b"#!/bin/sh\n", "b": b"\0"}


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(freshness, "build", lambda root: WANTED)
    return tmp_path


@pytest.fixture
def written(root: Path) -> Path:
    """The template's folder, as it was just written."""
    freshness.write(root)
    return root / freshness.TEMPLATE


def complaints(root: Path) -> list[str]:
    with pytest.raises(BookError) as error:
        freshness.check(root)
    return str(error.value).splitlines()


def test_what_was_just_written_is_as_it_should_be(root: Path, written: Path) -> None:
    freshness.check(root)

    assert read_tree(written) == WANTED
    assert freshness.write(root) == []


def test_writing_tells_what_has_changed(root: Path, written: Path) -> None:
    (written / "project/a.py").write_bytes(b"a = 2\n")
    (written / "b").unlink()
    (written / "stray").touch()

    assert freshness.write(root) == ["project/a.py", "b", "stray"]
    assert read_tree(written) == WANTED


def test_every_file_that_is_missing_stray_or_other_is_named(root: Path, written: Path) -> None:
    (written / "project/a.py").write_bytes(b"a = 2\n")
    (written / "b").unlink()
    (written / "project/in/stray").touch()

    assert complaints(root) == [
        "templates/project/b: is not written; run 'inv templates'",
        "templates/project/project/a.py: differs from what it is made of, where changes belong; run 'inv templates'",
        "templates/project/project/in/stray: is no part of it; run 'inv templates'",
    ]


def test_without_a_folder_every_file_is_missing(root: Path) -> None:
    assert complaints(root) == [
        f"templates/project/{place}: is not written; run 'inv templates'" for place in sorted(WANTED)
    ]


def test_checking_writes_nothing(root: Path) -> None:
    complaints(root)

    assert list(root.iterdir()) == []


def test_a_script_can_be_run_and_nothing_else_can(written: Path) -> None:
    assert {file.name for file in written.rglob("*") if file.is_file() and file.stat().st_mode & 0o111} == {"run.sh"}


def test_a_script_that_cannot_be_run_is_named_and_then_can(root: Path, written: Path) -> None:
    (written / "project/in/run.sh").chmod(0o644)

    assert complaints(root) == [
        "templates/project/project/in/run.sh: is a script that cannot be run; run 'inv templates'"
    ]
    assert freshness.write(root) == ["project/in/run.sh"]
    freshness.check(root)


def test_a_folder_in_which_nothing_is_left_goes(root: Path, written: Path) -> None:
    write_tree({"stray": b""}, written / "gone/deeper")

    freshness.write(root)

    assert not (written / "gone").exists()


@pytest.mark.parametrize("before", [{"project": b""}, {"cookiecutter.json/stray": b"", "b/in/stray": b""}], ids=str)
def test_a_folder_comes_in_the_place_of_a_file_and_a_file_in_that_of_a_folder(
    root: Path, before: dict[str, bytes]
) -> None:
    write_tree(before, root / freshness.TEMPLATE)

    freshness.write(root)

    assert read_tree(root / freshness.TEMPLATE) == WANTED
