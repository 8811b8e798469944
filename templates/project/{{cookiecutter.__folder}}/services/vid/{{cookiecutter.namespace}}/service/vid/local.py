"""The in-process client: the actions and queries themselves."""

from {{ cookiecutter.namespace }}.service.vid import actions, queries


class Client:
    """Keeps the contract `{{ cookiecutter.namespace }}.contracts.vid.Vid`."""

    get_vid = staticmethod(queries.get_vid)
    block_vid = staticmethod(actions.block_vid)
