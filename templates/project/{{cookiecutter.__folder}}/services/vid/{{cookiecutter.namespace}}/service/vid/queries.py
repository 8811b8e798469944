"""Reads."""

from uuid import UUID

from {{ cookiecutter.namespace }}.contracts.vid import UnknownVid, VidRecord
from {{ cookiecutter.namespace }}.service.vid.models import Vid


def get_vid(*, vid_id: UUID) -> VidRecord:
    """One vid. Raises UnknownVid."""
    return as_record(find(vid_id))


def find(vid_id: UUID) -> Vid:
    """The row of a vid. Raises UnknownVid."""
    vid = Vid.objects.filter(pk=vid_id).first()
    if vid is None:
        raise UnknownVid(f"there is no vid {vid_id}")
    return vid


def as_record(vid: Vid) -> VidRecord:
    """A row, as the contract speaks of it."""
    return VidRecord.model_validate(
        {"id": vid.id, "platform": vid.platform, "created_at": vid.created_at, "blocked": vid.blocked_at is not None}
    )
