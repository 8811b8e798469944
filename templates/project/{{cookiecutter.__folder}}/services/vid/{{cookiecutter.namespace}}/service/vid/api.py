"""The HTTP API: parse, call, answer; nothing else."""

from uuid import UUID

from django.http import HttpRequest
from ninja import Router, Status

from {{ cookiecutter.namespace }}.contracts.vid import Block, NewVid, Token, VidRecord
from {{ cookiecutter.namespace }}.kit.callers import caller_of, device, service
from {{ cookiecutter.namespace }}.service.vid import actions, queries

router = Router(tags=["vid"])


@router.post("/vids", response={201: Token})
def create_vid(request: HttpRequest, new: NewVid) -> Status[Token]:
    """Give a device a vid and a token. Open to everyone: this is how a caller becomes known."""
    return Status(201, actions.create_vid(new=new))


@router.post("/tokens", response=Token, auth=device)
def renew_token(request: HttpRequest) -> Token:
    """Exchange a token that is still good for a fresh one."""
    return actions.renew_token(vid_id=caller_of(request).must_be_device())


@router.get("/vids/{vid_id}", response=VidRecord, auth=service)
def get_vid(request: HttpRequest, vid_id: UUID) -> VidRecord:
    """One vid."""
    return queries.get_vid(vid_id=vid_id)


@router.put("/vids/{vid_id}/block", response=VidRecord, auth=service)
def block_vid(request: HttpRequest, vid_id: UUID, block: Block) -> VidRecord:
    """Block a vid."""
    return actions.block_vid(vid_id=vid_id, block=block)
