import os
from io import StringIO
from pathlib import Path
from uuid import UUID

import pytest
from django.core.management import CommandError, call_command

from {{ cookiecutter.namespace }}.service.archive.checks import ABANDONED_AFTER

pytestmark = pytest.mark.django_db


def check() -> str:
    out = StringIO()
    call_command("archive_check", stdout=out)
    return out.getvalue()


def check_fails() -> tuple[str, str]:
    out = StringIO()
    with pytest.raises(CommandError) as failed:
        call_command("archive_check", stdout=out)
    return out.getvalue(), str(failed.value)


def kept_file(media: Path) -> Path:
    [path] = [path for path in (media / "archive").rglob("*") if path.is_file()]
    return path


def test_an_archive_in_order_is_said_to_be(file_id: UUID) -> None:
    assert "1 files, 0 wrong, 0 orphans, 0 abandoned uploads" in check()


def test_an_empty_archive_is_in_order() -> None:
    assert "0 files, 0 wrong" in check()


@pytest.mark.parametrize(
    ("content", "complaint"),
    [(b"twelve bytez", "another checksum"), (b"short", "5 bytes instead of 12"), (None, "missing")],
)
def test_content_that_is_not_as_it_was_sent_is_found(
    media: Path, file_id: UUID, content: bytes | None, complaint: str
) -> None:
    path = kept_file(media)
    if content is None:
        path.unlink()
    else:
        path.write_bytes(content)

    said, summary = check_fails()

    assert str(file_id) in said
    assert complaint in said
    assert "1 wrong" in summary


def test_a_file_of_which_no_row_speaks_is_found_and_left_alone(media: Path, file_id: UUID) -> None:
    orphan = kept_file(media).with_name("orphan")
    orphan.write_bytes(b"whose is this?")

    said, summary = check_fails()

    assert "orphan: archive/" in said
    assert "1 orphans" in summary
    assert orphan.exists()


def test_what_a_killed_process_left_is_found_and_what_is_arriving_is_not(media: Path, file_id: UUID) -> None:
    old, new = media / "arriving" / "old", media / "arriving" / "new"
    for path in (old, new):
        path.write_bytes(b"half a f")
    long_ago = old.stat().st_mtime - ABANDONED_AFTER - 1
    os.utime(old, (long_ago, long_ago))

    said, summary = check_fails()

    assert "abandoned upload: arriving/old" in said
    assert "arriving/new" not in said
    assert "1 abandoned uploads" in summary
