"""Which database a model lives in: the table ROUTER_CONFIG says it by app, and everything here follows the table.

ROUTER_CONFIG = {"coupon": "{{ cookiecutter.namespace }}.service.coupon", ...}    # app label: alias in DATABASES

An app that is not in the table, as Django's own are not, lives in `default`.
"""

from typing import Any

from django.conf import settings
from django.db import DEFAULT_DB_ALIAS
from django.db.models import Model


def home_of(app_label: str) -> str:
    """The alias of the one database in which an app's tables are."""
    alias: str = settings.ROUTER_CONFIG.get(app_label, DEFAULT_DB_ALIAS)
    return alias


class DatabaseRouter:
    """For DATABASE_ROUTERS. It always has an answer of its own, so no other router and no hint changes it."""

    def db_for_read(self, model: type[Model], **hints: Any) -> str:
        return home_of(model._meta.app_label)

    def db_for_write(self, model: type[Model], **hints: Any) -> str:
        return home_of(model._meta.app_label)

    def allow_relation(self, one: Model, other: Model, **hints: Any) -> bool | None:
        """No key can point out of its database. Within one, Django looks where the two rows came from."""
        return None if home_of(one._meta.app_label) == home_of(other._meta.app_label) else False

    def allow_migrate(self, db: str, app_label: str, model_name: str | None = None, **hints: Any) -> bool:
        """Tables are made at home only. To allow them by alias alone would make everyone's tables in `default`."""
        return db == home_of(app_label)
