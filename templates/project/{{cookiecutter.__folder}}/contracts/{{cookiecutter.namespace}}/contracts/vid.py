"""vid: gives a device an opaque id and a signed token."""

from typing import Literal, Protocol
from uuid import UUID

from pydantic import AwareDatetime, BaseModel

from {{ cookiecutter.namespace }}.contracts.http import HttpClient
from {{ cookiecutter.namespace }}.contracts.text import Line
from {{ cookiecutter.namespace }}.kit.problems import Forbidden, NotFound

Platform = Literal["ios", "android", "other"]


class NewVid(BaseModel):
    """What a device says of itself when it asks for a vid."""

    platform: Platform = "other"


class Token(BaseModel):
    """A signed token that says which vid its holder is. Send it as `Authorization: Bearer <token>`."""

    vid_id: UUID
    token: str
    expires_at: AwareDatetime


class VidRecord(BaseModel):
    """A vid as services see it."""

    id: UUID
    platform: Platform
    created_at: AwareDatetime
    blocked: bool


class Block(BaseModel):
    """Why a vid is blocked."""

    reason: Line


class UnknownVid(NotFound):
    """There is no such vid."""

    title = "There is no such vid"


class BlockedVid(Forbidden):
    """This vid has been blocked by staff."""

    title = "This vid is blocked"


class Vid(Protocol):
    """The vid service, wherever it runs."""

    def get_vid(self, *, vid_id: UUID) -> VidRecord:
        """One vid. Raises UnknownVid."""
        ...

    def block_vid(self, *, vid_id: UUID, block: Block) -> VidRecord:
        """Block a vid; blocking it again changes nothing. Raises UnknownVid."""
        ...


class HttpVid(HttpClient, contract=Vid):
    """The vid service over HTTP."""

    def get_vid(self, *, vid_id: UUID) -> VidRecord:
        return self._get(f"/vids/{vid_id}", VidRecord)

    def block_vid(self, *, vid_id: UUID, block: Block) -> VidRecord:
        return self._put(f"/vids/{vid_id}/block", VidRecord, block)
