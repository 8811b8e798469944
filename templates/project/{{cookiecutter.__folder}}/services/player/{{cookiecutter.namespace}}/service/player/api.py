"""The HTTP API: parse, call, answer; nothing else."""

from uuid import UUID

from django.http import HttpRequest
from ninja import Router, Status

from {{ cookiecutter.namespace }}.contracts.player import Grant, GrantItems, Inventory, NewPlayer, PlayerRecord
from {{ cookiecutter.namespace }}.kit.callers import caller_of, device, device_or_service, service
from {{ cookiecutter.namespace }}.kit.paging import Limit, Page
from {{ cookiecutter.namespace }}.service.player import actions, queries

router = Router(tags=["player"])


@router.post("/players", response={201: PlayerRecord}, auth=device)
def create_player(request: HttpRequest, new: NewPlayer) -> Status[PlayerRecord]:
    """Make a player on the device that asks."""
    return Status(201, actions.create_player(vid_id=caller_of(request).must_be_device(), new=new))


@router.get("/players", response=Page[PlayerRecord], auth=device)
def list_players(request: HttpRequest, limit: Limit = 20, after: UUID | None = None) -> Page[PlayerRecord]:
    """The players of the device that asks."""
    return queries.list_players(vid_id=caller_of(request).must_be_device(), limit=limit, after=after)


@router.get("/players/{player_id}", response=PlayerRecord, auth=device_or_service)
def get_player(request: HttpRequest, player_id: UUID) -> PlayerRecord:
    """One player: a device's own, or any for a service."""
    player = queries.get_player(player_id=player_id)
    caller_of(request).must_own(player.vid_id)
    return player


@router.patch("/players/{player_id}", response=PlayerRecord, auth=device_or_service)
def rename_player(request: HttpRequest, player_id: UUID, new: NewPlayer) -> PlayerRecord:
    """Give a player another nickname."""
    caller_of(request).must_own(queries.get_player(player_id=player_id).vid_id)
    return actions.rename_player(player_id=player_id, new=new)


@router.get("/players/{player_id}/inventory", response=Inventory, auth=device_or_service)
def get_inventory(request: HttpRequest, player_id: UUID) -> Inventory:
    """What a player owns."""
    caller_of(request).must_own(queries.get_player(player_id=player_id).vid_id)
    return queries.get_inventory(player_id=player_id)


@router.put("/players/{player_id}/grants/{key}", response=Grant, auth=service)
def grant_items(request: HttpRequest, player_id: UUID, key: UUID, grant: GrantItems) -> Grant:
    """Give items. The key in the address makes it safe to send again."""
    return actions.grant_items(player_id=player_id, grant=Grant(key=key, items=grant.items))
