"""Reads."""

from uuid import UUID

from {{ cookiecutter.namespace }}.contracts.archive import FileRecord, LostContent, UnknownFile
from {{ cookiecutter.namespace }}.kit.paging import Page, page
from {{ cookiecutter.namespace }}.service.archive.models import File


def get_file(*, file_id: UUID) -> FileRecord:
    """What is known of a file. Raises UnknownFile."""
    return as_record(find(file_id))


def download(*, file_id: UUID) -> bytes:
    """The content of a file. Raises UnknownFile, LostContent."""
    file = find(file_id)
    try:
        with file.content.open("rb") as content:
            whole: bytes = content.read()
    except FileNotFoundError as error:
        raise LostContent from error
    return whole


def list_files(*, limit: int, after: UUID | None = None) -> Page[FileRecord]:
    """All files, by id."""
    rows = File.objects.order_by("id")
    if after is not None:
        rows = rows.filter(id__gt=after)
    return page(rows, limit=limit, cursor=lambda file: file.id, item=as_record)


def find(file_id: UUID) -> File:
    """The row of a file. Raises UnknownFile."""
    file = File.objects.filter(pk=file_id).first()
    if file is None:
        raise UnknownFile(f"there is no file {file_id}")
    return file


def as_record(file: File) -> FileRecord:
    """A row, as the contract speaks of it."""
    return FileRecord(
        id=file.id,
        name=file.name,
        size=file.size,
        sha256=file.sha256,
        content_type=file.content_type,
        created_at=file.created_at,
        address=file.address,
    )
