"""Writes."""

from uuid import UUID

from django.conf import settings
from django.db.models import F

from {{ cookiecutter.namespace }}.contracts import connect
from {{ cookiecutter.namespace }}.contracts.player import Grant, Item, NewPlayer, PlayerRecord, TooManyPlayers
from {{ cookiecutter.namespace }}.contracts.vid import BlockedVid, Vid
from {{ cookiecutter.namespace }}.kit.problems import KeyReused
from {{ cookiecutter.namespace }}.kit.transactions import atomic_for
from {{ cookiecutter.namespace }}.service.player import models, queries

MOST_PLAYERS = 20  # of one device; enough for a family, too few for a farm


def create_player(*, vid_id: UUID, new: NewPlayer) -> PlayerRecord:
    """A new player on a device.

    Raises UnknownVid, BlockedVid, TooManyPlayers; CalleeAway if the vid service cannot be reached.
    """
    if connect(Vid, settings.VID_URL).get_vid(vid_id=vid_id).blocked:
        raise BlockedVid
    with atomic_for(models.Player):
        owned = models.Player.objects.filter(vid_id=vid_id)
        # Of two that come at once the second waits here for the first's commit, and counts afterwards. A device without
        # any player has nothing to wait for; it would have to ask more than twenty times in that one moment.
        list(owned.select_for_update().order_by("id").values_list("id"))
        if owned.count() >= MOST_PLAYERS:
            raise TooManyPlayers(f"this device has {MOST_PLAYERS} players already")
        player = models.Player.objects.create(vid_id=vid_id, nickname=new.nickname)
    return queries.as_record(player)


def rename_player(*, player_id: UUID, new: NewPlayer) -> PlayerRecord:
    """Give a player another nickname. Raises UnknownPlayer."""
    with atomic_for(models.Player):
        player = queries.find(player_id)
        player.nickname = new.nickname
        player.save(update_fields=["nickname"])
    return queries.as_record(player)


def grant_items(*, player_id: UUID, grant: Grant) -> Grant:
    """Give items, once a key however often it is called.

    Raises UnknownPlayer; KeyReused where the key came before with other items or for another player.
    """
    items = [item.model_dump() for item in grant.items]
    with atomic_for(models.Grant):
        player = queries.find(player_id)
        # The database decides who was first. Of two that come at once the second waits here for the first's commit.
        row, first = models.Grant.objects.get_or_create(key=grant.key, defaults={"player": player, "items": items})
        if (row.player_id, row.items) != (player.id, items):
            raise KeyReused(f"grant {grant.key} was made before, with other items or for another player")
        if first:
            # In one order for all: two grants to one player wait for each other, and never each for the other.
            for item in sorted(grant.items, key=lambda item: item.item):
                _add(player, item)
    return grant


def _add(player: models.Player, item: Item) -> None:
    owned = models.Possession.objects.filter(player=player, item=item.item)
    # Added in the database, so that nothing is lost between reading the number and writing it back.
    if not owned.update(count=F("count") + item.count):
        _, made = models.Possession.objects.get_or_create(player=player, item=item.item, defaults={"count": item.count})
        if not made:
            owned.update(count=F("count") + item.count)
