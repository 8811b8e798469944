from uuid import UUID, uuid4

import pytest

from {{ cookiecutter.namespace }}.contracts.player import Grant, Item, NewPlayer, TooManyPlayers, UnknownPlayer
from {{ cookiecutter.namespace }}.contracts.testing.vid import StandInVid
from {{ cookiecutter.namespace }}.contracts.vid import Block, BlockedVid, UnknownVid
from {{ cookiecutter.namespace }}.kit.problems import KeyReused
from {{ cookiecutter.namespace }}.service.player import actions, queries
from {{ cookiecutter.namespace }}.service.player.models import Player

pytestmark = pytest.mark.django_db


def test_a_device_makes_a_player(vids: StandInVid) -> None:
    vid_id = vids.add()

    player = actions.create_player(vid_id=vid_id, new=NewPlayer(nickname="졸린 수달"))

    assert Player.objects.get(pk=player.id).nickname == "졸린 수달"
    assert player.vid_id == vid_id


def test_a_device_that_vid_does_not_know_makes_no_player(vids: StandInVid) -> None:
    with pytest.raises(UnknownVid):
        actions.create_player(vid_id=uuid4(), new=NewPlayer(nickname="Nobody"))

    assert not Player.objects.exists()


def test_a_blocked_device_makes_no_player(vids: StandInVid) -> None:
    vid_id = vids.add()
    vids.block_vid(vid_id=vid_id, block=Block(reason="sold gems"))

    with pytest.raises(BlockedVid):
        actions.create_player(vid_id=vid_id, new=NewPlayer(nickname="Again Me"))


def test_a_device_has_only_so_many_players(vids: StandInVid) -> None:
    vid_id = vids.add()
    for number in range(actions.MOST_PLAYERS):
        actions.create_player(vid_id=vid_id, new=NewPlayer(nickname=f"Otter {number}"))

    with pytest.raises(TooManyPlayers):
        actions.create_player(vid_id=vid_id, new=NewPlayer(nickname="One more"))


def test_a_player_takes_another_name(player_id: UUID) -> None:
    actions.rename_player(player_id=player_id, new=NewPlayer(nickname="Wide Awake Otter"))

    assert queries.get_player(player_id=player_id).nickname == "Wide Awake Otter"


def test_a_player_that_does_not_exist_takes_no_name() -> None:
    with pytest.raises(UnknownPlayer):
        actions.rename_player(player_id=uuid4(), new=NewPlayer(nickname="Nobody"))


def test_a_key_that_was_used_for_another_player_is_refused(player_id: UUID) -> None:
    grant = Grant(key=uuid4(), items=[Item(item="gem", count=1)])
    actions.grant_items(player_id=player_id, grant=grant)
    other = Player.objects.create(vid_id=uuid4(), nickname="Other")

    with pytest.raises(KeyReused):
        actions.grant_items(player_id=other.id, grant=grant)

    assert queries.get_inventory(player_id=other.id).items == []


def test_one_grant_may_hold_the_same_item_twice(player_id: UUID) -> None:
    items = [Item(item="gem", count=1), Item(item="gem", count=2)]

    actions.grant_items(player_id=player_id, grant=Grant(key=uuid4(), items=items))

    assert queries.get_inventory(player_id=player_id).items == [Item(item="gem", count=3)]
