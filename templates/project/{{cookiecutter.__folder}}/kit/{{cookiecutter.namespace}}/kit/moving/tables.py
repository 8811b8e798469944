"""Which tables move, and which of their columns."""

from typing import Any

from django.apps import apps
from django.contrib.auth.models import Permission
from django.contrib.contenttypes.models import ContentType
from django.contrib.sessions.models import Session
from django.db.models import Field, Model, QuerySet

from {{ cookiecutter.namespace }}.kit.moving import owed
from {{ cookiecutter.namespace }}.kit.moving.plan import Plan

MADE_BY_MIGRATE = (ContentType, Permission)  # each database has its own, by ids of its own
STAY = (*MADE_BY_MIGRATE, Session)  # a session is signed with the SECRET_KEY of the project that it was made by

Table = type[Model]


def moving_apps(plan: Plan) -> list[str]:
    """The labels of the apps that live on both sides: ours by name, and those that live where users do."""
    source, target = plan.source.homes, plan.target.homes
    labels = [config.label for config in apps.get_app_configs() if config.label not in owed.LABELS]
    return [label for label in labels if (label in source) == (label in target) and tables_of(label)]


def tables_of(label: str) -> list[Table]:
    """The tables of an app that move, those between two models that are tied many to many among them."""
    models = apps.get_app_config(label).get_models(include_auto_created=True)
    return [model for model in models if _is_a_table(model) and model not in STAY]


def _is_a_table(model: Table) -> bool:
    return bool(model._meta.managed and not model._meta.proxy and not model._meta.swapped)


def columns(table: Table) -> list["Field[Any, Any]"]:
    """The columns of a table that hold something of their own."""
    return [field for field in table._meta.local_concrete_fields if not field.generated]


def rows(table: Table, alias: str) -> "QuerySet[Model]":
    """All rows, in the order of their keys. No manager is asked: one may have reasons not to show each of them."""
    return QuerySet(table, using=alias).order_by("pk")
