"""The in-process client: the actions and queries themselves."""

from clever.service.player import actions, queries


class Client:
    """Keeps the contract `clever.contracts.player.Player`."""

    get_player = staticmethod(queries.get_player)
    get_inventory = staticmethod(queries.get_inventory)
    grant_items = staticmethod(actions.grant_items)
