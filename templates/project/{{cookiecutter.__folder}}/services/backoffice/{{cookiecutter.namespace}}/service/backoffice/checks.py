"""What every start checks: that the table, the databases and the models fit together."""

from collections.abc import Iterator
from typing import Any

from django.apps import apps
from django.conf import settings
from django.core.checks import CheckMessage, Error
from django.db.models import Field, Model

from {{ cookiecutter.namespace }}.service.backoffice.router import home_of

ROUTER = "{{ cookiecutter.namespace }}.service.backoffice.router.DatabaseRouter"
SERVICES = "{{ cookiecutter.namespace }}.service."


def the_table_is_complete(app_configs: Any, **kwargs: Any) -> list[CheckMessage]:
    """An app that the table forgets would be looked for in `default`, where none of its rows are."""
    return [*_router(), *_apps_without_an_entry(), *_entries_without_a_database()]


def no_key_leaves_its_database(app_configs: Any, **kwargs: Any) -> list[CheckMessage]:
    """Across databases there are ids. A foreign key would need a table that is not there."""
    return [
        Error(
            f"{field.model._meta.label}.{field.name} points to {other._meta.label}, in another database.",
            hint="Keep the other row's id in a plain field, and ask the service that knows it.",
            obj=field.model,
            id="backoffice.E004",
        )
        for field, other in _keys()
        if home_of(field.model._meta.app_label) != home_of(other._meta.app_label)
    ]


def _router() -> Iterator[CheckMessage]:
    if ROUTER not in settings.DATABASE_ROUTERS:
        yield Error(
            "Nobody reads ROUTER_CONFIG: every model would be looked for in `default`.",
            hint=f"Put {ROUTER!r} into DATABASE_ROUTERS.",
            id="backoffice.E001",
        )


def _apps_without_an_entry() -> Iterator[CheckMessage]:
    for config in apps.get_app_configs():
        if config.name.startswith(SERVICES) and any(config.get_models()) and config.label not in settings.ROUTER_CONFIG:
            yield Error(
                f"ROUTER_CONFIG does not say which database the app {config.label!r} lives in.",
                hint=f'Add "{config.label}": "<an alias of DATABASES>" to it.',
                id="backoffice.E002",
            )


def _entries_without_a_database() -> Iterator[CheckMessage]:
    for label, alias in settings.ROUTER_CONFIG.items():
        if alias not in settings.DATABASES:
            yield Error(
                f"ROUTER_CONFIG sends the app {label!r} to {alias!r}, which is no alias of DATABASES.",
                hint=f"There are: {', '.join(settings.DATABASES)}.",
                id="backoffice.E003",
            )


def _keys() -> Iterator[tuple[Field, type[Model]]]:
    for model in apps.get_models(include_auto_created=True):
        for field in model._meta.local_fields:
            if isinstance(field.related_model, type):
                yield field, field.related_model
