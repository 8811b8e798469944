"""The in-process client: the actions and queries themselves."""

from {{ cookiecutter.namespace }}.service.player import actions, queries


class Client:
    """Keeps the contract `{{ cookiecutter.namespace }}.contracts.player.Player`."""

    get_player = staticmethod(queries.get_player)
    get_inventory = staticmethod(queries.get_inventory)
    grant_items = staticmethod(actions.grant_items)
