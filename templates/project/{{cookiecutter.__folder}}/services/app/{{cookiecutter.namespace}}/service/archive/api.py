"""The HTTP API: parse, call, answer; nothing else."""

from uuid import UUID

from django.http import HttpRequest
from django.http.response import HttpResponseBase
from ninja import Router

from {{ cookiecutter.namespace }}.contracts.archive import FileName, FileRecord, Sha256
from {{ cookiecutter.namespace }}.kit.callers import service
from {{ cookiecutter.namespace }}.kit.paging import Limit, Page
from {{ cookiecutter.namespace }}.service.archive import actions, queries
from {{ cookiecutter.namespace }}.service.archive.body import pieces_of
from {{ cookiecutter.namespace }}.service.archive.delivery import deliver
from {{ cookiecutter.namespace }}.service.archive.media_types import media_type_of

router = Router(tags=["archive"])

_OCTETS = {"content": {"*/*": {"schema": {"type": "string", "format": "binary"}}}}


@router.get("/files", response=Page[FileRecord], auth=service)
def list_files(request: HttpRequest, limit: Limit = 20, after: UUID | None = None) -> Page[FileRecord]:
    """All files, by id."""
    return queries.list_files(limit=limit, after=after)


@router.put(
    "/files/{file_id}",
    response=FileRecord,
    auth=service,
    openapi_extra={"requestBody": {"required": True, "description": "The file itself.", **_OCTETS}},
)
def keep(request: HttpRequest, file_id: UUID, name: FileName, sha256: Sha256 | None = None) -> FileRecord:
    """Keep a file. The body is the file itself, and the id in the address makes it safe to send again."""
    return actions.keep(
        file_id=file_id,
        name=name,
        pieces=pieces_of(request),
        content_type=media_type_of(request, name=name),
        sha256=sha256,
    )


@router.get("/files/{file_id}", response=FileRecord)
def get_file(request: HttpRequest, file_id: UUID) -> FileRecord:
    """What is known of a file."""
    return queries.get_file(file_id=file_id)


@router.get("/files/{file_id}/content", openapi_extra={"responses": {200: {"description": "The file.", **_OCTETS}}})
def download(request: HttpRequest, file_id: UUID) -> HttpResponseBase:
    """The content of a file."""
    return deliver(request, queries.find(file_id))
