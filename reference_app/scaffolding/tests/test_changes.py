"""All or nothing."""

from pathlib import Path

import pytest

from clever.scaffolding.changes import Changes
from clever.scaffolding.edits.errors import NoPlace
from clever.scaffolding.errors import Refused


@pytest.fixture
def kept(tmp_path: Path) -> Path:
    """A file that is there before."""
    file = tmp_path / "kept.txt"
    file.write_text("one\n")
    file.chmod(0o755)
    return file


def planned(kept: Path) -> Changes:
    changes = Changes()
    changes.make(kept.parent / "a/b/new.txt", b"new\nnew\n")
    changes.change(kept, lambda text: f"{text}two\n")
    changes.change(kept, lambda text: f"{text}three\n")
    return changes


def test_nothing_is_written_before_its_time(kept: Path) -> None:
    planned(kept)

    assert [kept] == list(kept.parent.iterdir())
    assert kept.read_text() == "one\n"


def test_all_of_it_is_written(kept: Path) -> None:
    changes = planned(kept)

    with changes.written():
        pass

    assert (kept.parent / "a/b/new.txt").read_text() == "new\nnew\n"
    assert kept.read_text() == "one\ntwo\nthree\n"
    assert kept.stat().st_mode & 0o777 == 0o755
    assert list(changes.lines().values()) == [2, 2]


@pytest.mark.parametrize("error", [RuntimeError("no"), KeyboardInterrupt()])
def test_what_fails_afterwards_leaves_everything_as_it_was(kept: Path, error: BaseException) -> None:
    with pytest.raises(type(error)), planned(kept).written():
        raise error

    assert [kept] == list(kept.parent.iterdir())
    assert kept.read_text() == "one\n"


def test_a_file_that_cannot_be_written_leaves_everything_as_it_was(kept: Path) -> None:
    changes = planned(kept)
    changes.make(kept / "beneath/a/file.txt", b"")

    with pytest.raises(Refused, match="cannot be written"), changes.written():
        pass

    assert [kept] == list(kept.parent.iterdir())
    assert kept.read_text() == "one\n"


def test_what_somebody_else_has_changed_meanwhile_is_not_overwritten(kept: Path) -> None:
    changes = planned(kept)
    kept.write_text("one and a half\n")

    with pytest.raises(Refused, match=r"kept\.txt was changed meanwhile"), changes.written():
        pass

    assert [kept] == list(kept.parent.iterdir())
    assert kept.read_text() == "one and a half\n"


def test_a_file_that_is_there_is_not_made_again(kept: Path) -> None:
    with pytest.raises(Refused, match=r"kept\.txt is there already"):
        Changes().make(kept, b"")


def test_a_place_that_is_missing_is_told_with_its_file(kept: Path) -> None:
    def change(text: str) -> str:
        raise NoPlace("there is no table")

    with pytest.raises(Refused, match=r"kept\.txt: there is no table"):
        Changes().change(kept, change)


def test_a_file_that_is_missing_cannot_be_changed(tmp_path: Path) -> None:
    with pytest.raises(Refused, match=r"no\.txt cannot be changed: .*No such file"):
        Changes().change(tmp_path / "no.txt", lambda text: text)
