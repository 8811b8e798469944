from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path
from typing import Any
from uuid import UUID, uuid4

import pytest
from django.db import DatabaseError

from {{ cookiecutter.namespace }}.contracts.archive import EmptyFile, UnknownFile, WrongChecksum
from {{ cookiecutter.namespace }}.kit.problems import KeyReused, TooLarge
from {{ cookiecutter.namespace }}.service.archive import actions, queries
from {{ cookiecutter.namespace }}.service.archive.models import File

pytestmark = pytest.mark.django_db

CONTENT = b"twelve bytes"


def files_in(folder: Path) -> list[Path]:
    return [path for path in folder.rglob("*") if path.is_file()]


def test_a_file_lies_in_a_folder_named_by_its_checksum(media: Path, file_id: UUID) -> None:
    digest = sha256(CONTENT).hexdigest()

    [path] = files_in(media)

    assert path.parent == media / "archive" / digest[:2] / digest[2:4]
    assert path.name.startswith(digest)
    assert path.read_bytes() == CONTENT


def test_the_same_content_under_two_ids_is_kept_twice(media: Path) -> None:
    first, second = (actions.keep(file_id=uuid4(), name="a.bin", pieces=[CONTENT]) for _ in range(2))

    assert first.sha256 == second.sha256
    assert len(files_in(media)) == 2


def test_the_first_name_stands_when_a_file_is_sent_again(media: Path, file_id: UUID) -> None:
    again = actions.keep(file_id=file_id, name="other.png", pieces=[CONTENT])

    assert again.name == "배너.png"
    assert len(files_in(media)) == 1


def test_an_id_with_other_content_leaves_nothing_behind(media: Path, file_id: UUID) -> None:
    with pytest.raises(KeyReused):
        actions.keep(file_id=file_id, name="a.bin", pieces=[b"other"])

    assert len(files_in(media)) == 1
    assert File.objects.count() == 1


def test_a_checksum_that_is_right_is_accepted() -> None:
    kept = actions.keep(file_id=uuid4(), name="a.bin", pieces=[CONTENT], sha256=sha256(CONTENT).hexdigest())

    assert kept.size == 12


@pytest.mark.parametrize("exception", [OSError("the line went dead"), KeyboardInterrupt(), TooLarge()])
def test_an_upload_that_breaks_off_leaves_nothing_behind(media: Path, exception: BaseException) -> None:
    def pieces() -> Iterator[bytes]:
        yield CONTENT
        raise exception

    with pytest.raises(type(exception)):
        actions.keep(file_id=uuid4(), name="a.bin", pieces=pieces())

    assert files_in(media) == []
    assert not File.objects.exists()


def test_a_wrong_checksum_an_empty_file_and_a_byte_too_many_leave_nothing_behind(media: Path, settings: Any) -> None:
    settings.ARCHIVE_MAX_BYTES = 100

    with pytest.raises(WrongChecksum):
        actions.keep(file_id=uuid4(), name="a.bin", pieces=[CONTENT], sha256="0" * 64)
    with pytest.raises(EmptyFile):
        actions.keep(file_id=uuid4(), name="a.bin", pieces=[])
    with pytest.raises(TooLarge):
        actions.keep(file_id=uuid4(), name="a.bin", pieces=[b"x" * 60, b"x" * 41])

    assert files_in(media) == []
    assert not File.objects.exists()


def test_not_one_piece_is_asked_for_after_the_one_that_was_too_many(settings: Any) -> None:
    settings.ARCHIVE_MAX_BYTES = 100
    asked = 0

    def pieces() -> Iterator[bytes]:
        nonlocal asked
        while True:
            asked += 1
            yield b"x" * 60

    with pytest.raises(TooLarge):
        actions.keep(file_id=uuid4(), name="a.bin", pieces=pieces())

    assert asked == 2


def test_a_database_that_fails_leaves_no_file_behind(media: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*args: Any, **kwargs: Any) -> None:
        raise DatabaseError("the disk of the database is full")

    monkeypatch.setattr(File, "save", fail)
    with pytest.raises(DatabaseError):
        actions.keep(file_id=uuid4(), name="a.bin", pieces=[CONTENT])

    assert files_in(media) == []


@pytest.mark.parametrize(("content", "kept"), [(CONTENT, True), (b"other bytes", False)])
def test_of_two_uploads_under_one_id_at_once_the_first_stands(
    media: Path, monkeypatch: pytest.MonkeyPatch, content: bytes, kept: bool
) -> None:
    """The other one comes between our look at the table and our own row."""
    file_id = uuid4()
    insert = actions._insert

    def be_late(*args: Any) -> File:
        monkeypatch.undo()
        actions.keep(file_id=file_id, name="first.bin", pieces=[CONTENT])
        return insert(*args)

    monkeypatch.setattr(actions, "_insert", be_late)
    if kept:
        assert actions.keep(file_id=file_id, name="late.bin", pieces=[content]).name == "first.bin"
    else:
        with pytest.raises(KeyReused):
            actions.keep(file_id=file_id, name="late.bin", pieces=[content])

    assert len(files_in(media)) == 1
    assert queries.download(file_id=file_id) == CONTENT


def test_a_file_that_is_forgotten_is_gone_from_the_disk(
    media: Path, file_id: UUID, django_capture_on_commit_callbacks: Any
) -> None:
    with django_capture_on_commit_callbacks(execute=True):
        actions.forget(file_id=file_id)

    assert files_in(media) == []
    with pytest.raises(UnknownFile):
        queries.get_file(file_id=file_id)


def test_the_content_stays_until_it_is_certain_that_the_row_is_gone(media: Path, file_id: UUID) -> None:
    actions.forget(file_id=file_id)  # and the transaction around this test is never committed

    assert len(files_in(media)) == 1
