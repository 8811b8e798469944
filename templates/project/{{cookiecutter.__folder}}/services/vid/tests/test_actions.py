from uuid import UUID, uuid4

import pytest

from {{ cookiecutter.namespace }}.contracts.vid import Block, BlockedVid, NewVid, UnknownVid
from {{ cookiecutter.namespace }}.kit import tokens
from {{ cookiecutter.namespace }}.service.vid import actions
from {{ cookiecutter.namespace }}.service.vid.models import Vid

pytestmark = pytest.mark.django_db


def test_a_new_device_gets_a_token_that_names_it() -> None:
    token = actions.create_vid(new=NewVid(platform="android"))

    assert tokens.read(token.token) == token.vid_id
    assert Vid.objects.get(pk=token.vid_id).platform == "android"


def test_a_renewed_token_names_the_same_device(vid_id: UUID) -> None:
    token = actions.renew_token(vid_id=vid_id)

    assert tokens.read(token.token) == vid_id


def test_a_blocked_device_gets_no_fresh_token(vid_id: UUID) -> None:
    actions.block_vid(vid_id=vid_id, block=Block(reason="sold gems"))

    with pytest.raises(BlockedVid):
        actions.renew_token(vid_id=vid_id)


def test_a_device_that_does_not_exist_gets_no_token() -> None:
    with pytest.raises(UnknownVid):
        actions.renew_token(vid_id=uuid4())


def test_the_first_reason_of_a_block_stands(vid_id: UUID) -> None:
    actions.block_vid(vid_id=vid_id, block=Block(reason="first"))
    actions.block_vid(vid_id=vid_id, block=Block(reason="second"))

    assert Vid.objects.get(pk=vid_id).block_reason == "first"


def test_an_unblocked_device_is_let_in_again(vid_id: UUID) -> None:
    actions.block_vid(vid_id=vid_id, block=Block(reason="by mistake"))

    assert not actions.unblock_vid(vid_id=vid_id).blocked
    assert actions.renew_token(vid_id=vid_id).vid_id == vid_id
