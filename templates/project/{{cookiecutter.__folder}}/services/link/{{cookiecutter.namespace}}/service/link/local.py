"""The in-process client: the actions and queries themselves."""

from {{ cookiecutter.namespace }}.service.link import actions, queries


class Client:
    """Keeps the contract `{{ cookiecutter.namespace }}.contracts.link.Link`."""

    get_link = staticmethod(queries.get_link)
    put_link = staticmethod(actions.put_link)
    change_link = staticmethod(actions.change_link)
