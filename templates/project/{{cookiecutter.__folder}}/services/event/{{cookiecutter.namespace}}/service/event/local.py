"""The in-process client: the actions and queries themselves."""

from {{ cookiecutter.namespace }}.service.event import actions, page, queries


class Client:
    """Keeps the contract `{{ cookiecutter.namespace }}.contracts.event.Event`."""

    open_event = staticmethod(actions.open_event)
    get_event = staticmethod(queries.get_event)
    list_events = staticmethod(queries.list_events)
    get_page = staticmethod(page.get_page)
    record_progress = staticmethod(actions.record_progress)
