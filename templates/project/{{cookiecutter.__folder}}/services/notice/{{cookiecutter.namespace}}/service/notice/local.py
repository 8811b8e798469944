"""The in-process client: the actions and queries themselves."""

from {{ cookiecutter.namespace }}.service.notice import actions, queries


class Client:
    """Keeps the contract `{{ cookiecutter.namespace }}.contracts.notice.Notice`."""

    list_notices = staticmethod(queries.list_notices)
    get_notice = staticmethod(queries.get_notice)
    create_notice = staticmethod(actions.create_notice)
    withdraw_notice = staticmethod(actions.withdraw_notice)
