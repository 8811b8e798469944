"""player: players and what they own."""

from typing import Annotated, Protocol
from uuid import UUID

from pydantic import AwareDatetime, BaseModel, Field

from {{ cookiecutter.namespace }}.contracts.http import HttpClient
from {{ cookiecutter.namespace }}.contracts.text import Line, Word
from {{ cookiecutter.namespace }}.kit.problems import Forbidden, NotFound

Nickname = Annotated[Line, Field(max_length=40)]


class Item(BaseModel):
    """So many of one item."""

    item: Word
    count: Annotated[int, Field(ge=1, le=1_000_000)]


class NewPlayer(BaseModel):
    """What a player chooses. The vid comes from the token of the device that asks."""

    nickname: Nickname


class PlayerRecord(BaseModel):
    """A player. `vid_id` is the device it belongs to."""

    id: UUID
    vid_id: UUID
    nickname: str
    created_at: AwareDatetime


class Grant(BaseModel):
    """Items given once. The key is the giver's promise not to give them twice."""

    key: UUID
    items: Annotated[list[Item], Field(min_length=1, max_length=50)]


class GrantItems(BaseModel):
    """The body of a grant; its key stands in the address."""

    items: Annotated[list[Item], Field(min_length=1, max_length=50)]


class Inventory(BaseModel):
    """All that a player owns, by item name."""

    player_id: UUID
    items: list[Item]


class UnknownPlayer(NotFound):
    """There is no such player."""

    title = "There is no such player"


class TooManyPlayers(Forbidden):
    """A vid may have only so many players."""

    title = "This device has all the players that it may have"


class Player(Protocol):
    """The player service, wherever it runs."""

    def get_player(self, *, player_id: UUID) -> PlayerRecord:
        """One player. Raises UnknownPlayer."""
        ...

    def get_inventory(self, *, player_id: UUID) -> Inventory:
        """What a player owns. Raises UnknownPlayer."""
        ...

    def grant_items(self, *, player_id: UUID, grant: Grant) -> Grant:
        """Give items, once a key however often it is called.

        Raises UnknownPlayer; KeyReused where the key came before with other items or for another player.
        """
        ...


class HttpPlayer(HttpClient, contract=Player):
    """The player service over HTTP."""

    def get_player(self, *, player_id: UUID) -> PlayerRecord:
        return self._get(f"/players/{player_id}", PlayerRecord)

    def get_inventory(self, *, player_id: UUID) -> Inventory:
        return self._get(f"/players/{player_id}/inventory", Inventory)

    def grant_items(self, *, player_id: UUID, grant: Grant) -> Grant:
        return self._put(f"/players/{player_id}/grants/{grant.key}", Grant, GrantItems(items=grant.items))
