"""The tests that every client of the player contract passes, and a stand-in that passes them from memory."""

from collections import Counter
from datetime import UTC, datetime
from uuid import UUID, uuid4

import pytest

from {{ cookiecutter.namespace }}.contracts.player import Grant, Inventory, Item, Player, PlayerRecord, UnknownPlayer
from {{ cookiecutter.namespace }}.kit.problems import KeyReused


class PlayerContract:
    """Subclass it with fixtures `client` and `player_id` (a player that exists and owns nothing)."""

    def test_an_unknown_player_is_refused(self, client: Player) -> None:
        with pytest.raises(UnknownPlayer):
            client.get_player(player_id=uuid4())

    def test_a_player_is_found_by_id(self, client: Player, player_id: UUID) -> None:
        assert client.get_player(player_id=player_id).id == player_id

    def test_granted_items_are_in_the_inventory(self, client: Player, player_id: UUID) -> None:
        client.grant_items(player_id=player_id, grant=Grant(key=uuid4(), items=[Item(item="gem", count=3)]))
        client.grant_items(player_id=player_id, grant=Grant(key=uuid4(), items=[Item(item="gem", count=4)]))

        assert client.get_inventory(player_id=player_id).items == [Item(item="gem", count=7)]

    def test_a_grant_that_is_repeated_gives_nothing_more(self, client: Player, player_id: UUID) -> None:
        grant = Grant(key=uuid4(), items=[Item(item="gem", count=3)])

        first = client.grant_items(player_id=player_id, grant=grant)
        again = client.grant_items(player_id=player_id, grant=grant)

        assert first == again == grant
        assert client.get_inventory(player_id=player_id).items == grant.items

    def test_the_same_key_with_other_items_is_refused(self, client: Player, player_id: UUID) -> None:
        key = uuid4()
        client.grant_items(player_id=player_id, grant=Grant(key=key, items=[Item(item="gem", count=3)]))

        with pytest.raises(KeyReused):
            client.grant_items(player_id=player_id, grant=Grant(key=key, items=[Item(item="gem", count=4)]))

    def test_a_grant_to_an_unknown_player_is_refused(self, client: Player) -> None:
        with pytest.raises(UnknownPlayer):
            client.grant_items(player_id=uuid4(), grant=Grant(key=uuid4(), items=[Item(item="gem", count=1)]))


class StandInPlayer:
    """The player service from memory. `fail` with an exception to have it raised before, or after, the work is done."""

    def __init__(self) -> None:
        self.players: dict[UUID, PlayerRecord] = {}
        self.grants: dict[UUID, tuple[UUID, Grant]] = {}
        self.fails_before: list[Exception] = []
        self.fails_after: list[Exception] = []

    def add(self, *, vid_id: UUID | None = None) -> UUID:
        """A new player's id."""
        record = PlayerRecord(id=uuid4(), vid_id=vid_id or uuid4(), nickname="stand-in", created_at=datetime.now(UTC))
        self.players[record.id] = record
        return record.id

    def get_player(self, *, player_id: UUID) -> PlayerRecord:
        if player_id not in self.players:
            raise UnknownPlayer
        return self.players[player_id]

    def get_inventory(self, *, player_id: UUID) -> Inventory:
        self.get_player(player_id=player_id)
        owned: Counter[str] = Counter()
        for owner, grant in self.grants.values():
            if owner == player_id:
                owned.update({item.item: item.count for item in grant.items})
        return Inventory(player_id=player_id, items=[Item(item=name, count=owned[name]) for name in sorted(owned)])

    def grant_items(self, *, player_id: UUID, grant: Grant) -> Grant:
        if self.fails_before:
            raise self.fails_before.pop()
        self.get_player(player_id=player_id)
        if self.grants.setdefault(grant.key, (player_id, grant)) != (player_id, grant):
            raise KeyReused
        if self.fails_after:
            raise self.fails_after.pop()
        return grant
