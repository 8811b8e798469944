"""The in-process client: the actions and queries themselves."""

from {{ cookiecutter.namespace }}.service.app import actions, queries


class Client:
    """Keeps the contract `{{ cookiecutter.namespace }}.contracts.app.App`."""

    get_title = staticmethod(queries.get_title)
    put_title = staticmethod(actions.put_title)
    put_version = staticmethod(actions.put_version)
    get_update = staticmethod(queries.get_update)
