"""The in-process client: the actions and queries themselves."""

from {{ cookiecutter.namespace }}.service.{{ "{" }}{ cookiecutter.service_name }} import actions, queries


class Client:
    """Keeps the contract `{{ cookiecutter.namespace }}.contracts.{{ "{" }}{ cookiecutter.service_name }}.{{ "{" }}{ cookiecutter.__class }}`."""

    put_record = staticmethod(actions.put_record)
    get_record = staticmethod(queries.get_record)
    list_records = staticmethod(queries.list_records)
