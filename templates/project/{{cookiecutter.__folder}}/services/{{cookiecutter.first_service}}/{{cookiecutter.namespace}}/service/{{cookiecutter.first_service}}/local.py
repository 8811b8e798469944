"""The in-process client: the actions and queries themselves."""

from {{ cookiecutter.namespace }}.service.{{ cookiecutter.first_service }} import actions, queries


class Client:
    """Keeps the contract `{{ cookiecutter.namespace }}.contracts.{{ cookiecutter.first_service }}.{{ cookiecutter.first_service.capitalize() }}`."""

    put_record = staticmethod(actions.put_record)
    get_record = staticmethod(queries.get_record)
    list_records = staticmethod(queries.list_records)
