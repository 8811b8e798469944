"""What is tested once is not tested again, and what differs is."""

from pathlib import Path

import pytest

from workbook.project_template.proof.seen import Seen


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "one").mkdir()
    (tmp_path / "one/test_it.py").write_text("import acme\n")
    return tmp_path


def of(folder: Path, text: str, name: str = "test_it.py") -> Path:
    other = folder / "other"
    other.mkdir()
    (other / name).write_text(text)
    return other


def test_the_same_content_is_new_once_wherever_it_is(folder: Path) -> None:
    seen = Seen()

    assert seen.is_new(folder / "one", "bare")
    assert not seen.is_new(of(folder, "import acme\n"), "bare")


@pytest.mark.parametrize(("text", "name"), [("import ours\n", "test_it.py"), ("import acme\n", "test_that.py")])
def test_another_text_and_another_file_are_new(folder: Path, text: str, name: str) -> None:
    seen = Seen()
    seen.is_new(folder / "one", "bare")

    assert seen.is_new(of(folder, text, name), "bare")


def test_the_same_content_among_other_packages_is_new(folder: Path) -> None:
    seen = Seen()
    seen.is_new(folder / "one", "bare")

    assert seen.is_new(folder / "one", "with the example")


def test_what_a_test_run_leaves_behind_makes_nothing_new(folder: Path) -> None:
    seen = Seen()
    seen.is_new(folder / "one", "bare")
    (folder / "one/__pycache__").mkdir()
    (folder / "one/__pycache__/test_it.pyc").write_bytes(b"\0")

    assert not seen.is_new(folder / "one", "bare")
