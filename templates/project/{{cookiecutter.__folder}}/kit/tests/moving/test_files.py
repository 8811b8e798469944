from pathlib import Path

import pytest

from {{ cookiecutter.namespace }}.kit.moving.errors import CannotMove
from {{ cookiecutter.namespace }}.kit.moving.files import File, _place, copy_file, must_not_differ


@pytest.fixture
def banner(tmp_path: Path) -> File:
    """A file of the old house, and where it is to be in the new one."""
    file = File(tmp_path / "old" / "banner.png", tmp_path / "new" / "archive" / "banner.png")
    file.here.parent.mkdir()
    file.here.write_bytes(b"a picture")
    return file


def test_a_file_is_copied_whole(banner: File) -> None:
    assert copy_file(banner)

    assert banner.there.read_bytes() == b"a picture"
    assert [file.name for file in banner.there.parent.iterdir()] == ["banner.png"]


def test_a_copy_may_be_there_already(banner: File) -> None:
    copy_file(banner)

    must_not_differ(banner)
    assert copy_file(banner)


def test_another_file_in_its_place_is_refused_and_stays(banner: File) -> None:
    banner.there.parent.mkdir(parents=True)
    banner.there.write_bytes(b"another")

    with pytest.raises(CannotMove, match=r"banner.png: another file is there already"):
        must_not_differ(banner)
    with pytest.raises(CannotMove, match=r"banner.png: it does not say what .* says"):
        copy_file(banner)
    assert banner.there.read_bytes() == b"another"


def test_a_file_that_is_lost_already_is_no_reason_to_stay(banner: File) -> None:
    banner.here.unlink()

    must_not_differ(banner)
    assert not copy_file(banner)
    assert not banner.there.exists()


def test_a_row_cannot_name_a_file_outside_of_its_folder(tmp_path: Path) -> None:
    with pytest.raises(CannotMove, match=r"a row names a file outside of it: ../../etc/passwd"):
        _place(tmp_path, "../../etc/passwd")
