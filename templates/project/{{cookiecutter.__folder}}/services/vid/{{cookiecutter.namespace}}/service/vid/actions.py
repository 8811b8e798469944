"""Writes."""

from datetime import timedelta
from uuid import UUID

from django.conf import settings
from django.utils import timezone

from {{ cookiecutter.namespace }}.contracts.vid import Block, BlockedVid, NewVid, Token, VidRecord
from {{ cookiecutter.namespace }}.kit import tokens
from {{ cookiecutter.namespace }}.kit.transactions import atomic_for
from {{ cookiecutter.namespace }}.service.vid import queries
from {{ cookiecutter.namespace }}.service.vid.models import Vid


def create_vid(*, new: NewVid) -> Token:
    """A new vid, and the token that proves it."""
    return _token_for(Vid.objects.create(platform=new.platform))


def renew_token(*, vid_id: UUID) -> Token:
    """A fresh token for a device whose token is about to end. Raises UnknownVid, BlockedVid."""
    vid = queries.find(vid_id)
    if vid.blocked_at is not None:
        raise BlockedVid
    return _token_for(vid)


def block_vid(*, vid_id: UUID, block: Block) -> VidRecord:
    """Block a vid: it gets no new token and no new player. The first reason stands. Raises UnknownVid."""
    with atomic_for(Vid):
        vid = queries.find(vid_id)
        Vid.objects.filter(pk=vid.pk, blocked_at=None).update(blocked_at=timezone.now(), block_reason=block.reason)
    return queries.get_vid(vid_id=vid_id)


def unblock_vid(*, vid_id: UUID) -> VidRecord:
    """Take a block back. Raises UnknownVid."""
    with atomic_for(Vid):
        vid = queries.find(vid_id)
        Vid.objects.filter(pk=vid.pk).update(blocked_at=None, block_reason="")
    return queries.get_vid(vid_id=vid_id)


def _token_for(vid: Vid) -> Token:
    token, expires_at = tokens.sign(vid_id=vid.id, lifetime=timedelta(days=settings.VID_TOKEN_DAYS))
    return Token(vid_id=vid.id, token=token, expires_at=expires_at)
