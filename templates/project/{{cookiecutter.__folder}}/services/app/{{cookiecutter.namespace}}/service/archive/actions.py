"""Writes."""

from collections.abc import Iterable
from uuid import UUID

from django.db import IntegrityError

from {{ cookiecutter.namespace }}.contracts.archive import OCTETS, FileRecord, WrongChecksum, check_media_type, check_name
from {{ cookiecutter.namespace }}.kit.problems import KeyReused
from {{ cookiecutter.namespace }}.kit.transactions import atomic_for, on_commit_for
from {{ cookiecutter.namespace }}.service.archive import queries
from {{ cookiecutter.namespace }}.service.archive.arrival import Arrived, arriving
from {{ cookiecutter.namespace }}.service.archive.models import File


def keep(
    *, file_id: UUID, name: str, pieces: Iterable[bytes], content_type: str = OCTETS, sha256: str | None = None
) -> FileRecord:
    """Keep a file under an id, once however often it is called.

    `sha256` is what the sender says that it has sent. Raises Invalid, naming `name` or `content_type`; TooLarge;
    EmptyFile; WrongChecksum; KeyReused where that id belongs to other content. Nothing is left of a file that fails.
    """
    name, content_type = check_name(name), check_media_type(content_type)
    with arriving(pieces) as arrived:
        if sha256 not in (None, arrived.digest):
            message = f"what arrived has the checksum {arrived.digest}"
            raise WrongChecksum(message, errors=[{"field": "sha256", "message": message}])
        file = File.objects.filter(pk=file_id).first() or _insert(file_id, name, content_type, arrived)
        if file.sha256 != arrived.digest:
            raise KeyReused(f"file {file_id} was sent before, with other content")
    return queries.as_record(file)


def _insert(file_id: UUID, name: str, content_type: str, arrived: Arrived) -> File:
    """The file first, then the row: what the database speaks of is there. The other way round it might not be."""
    file = File(id=file_id, name=name, content_type=content_type, size=arrived.size, sha256=arrived.digest)
    file.content.save(name, arrived, save=False)
    try:
        with atomic_for(File):
            file.save(force_insert=True)
    except IntegrityError:
        file.content.delete(save=False)
        return queries.find(file_id)  # the same id came twice at once, and the other one was first
    except BaseException:
        file.content.delete(save=False)
        raise
    return file


def forget(*, file_id: UUID) -> None:
    """Forget a file, and delete its content once that is certain.

    Raises UnknownFile; ProtectedError where something still refers to it.
    """
    with atomic_for(File):
        file = queries.find(file_id)
        file.delete()
        on_commit_for(File, lambda: file.content.delete(save=False))
