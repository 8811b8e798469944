"""Reads."""

from uuid import UUID

from {{ cookiecutter.namespace }}.contracts.player import Inventory, Item, PlayerRecord, UnknownPlayer
from {{ cookiecutter.namespace }}.kit.paging import Page, page
from {{ cookiecutter.namespace }}.service.player.models import Player


def get_player(*, player_id: UUID) -> PlayerRecord:
    """One player. Raises UnknownPlayer."""
    return as_record(find(player_id))


def get_inventory(*, player_id: UUID) -> Inventory:
    """What a player owns, by item name. Raises UnknownPlayer."""
    player = find(player_id)
    rows = player.possessions.values_list("item", "count")
    return Inventory(player_id=player_id, items=[Item.model_construct(item=item, count=count) for item, count in rows])


def list_players(*, vid_id: UUID, limit: int, after: UUID | None = None) -> Page[PlayerRecord]:
    """A device's players, by id."""
    rows = Player.objects.filter(vid_id=vid_id).order_by("id")
    if after is not None:
        rows = rows.filter(id__gt=after)
    return page(rows, limit=limit, cursor=lambda player: player.id, item=as_record)


def find(player_id: UUID) -> Player:
    """The row of a player. Raises UnknownPlayer."""
    player = Player.objects.filter(pk=player_id).first()
    if player is None:
        raise UnknownPlayer(f"there is no player {player_id}")
    return player


def as_record(player: Player) -> PlayerRecord:
    """A row, as the contract speaks of it."""
    return PlayerRecord(id=player.id, vid_id=player.vid_id, nickname=player.nickname, created_at=player.created_at)
