"""Routers are asked as Django asks them: by its own list of routers. Rows and models are stand-ins that have a name."""

from types import SimpleNamespace
from typing import Any

from django.db.utils import ConnectionRouter

from lab.checks import Wrong

TABLE = {
    "vid": "clever.service.vid",
    "player": "clever.service.player",
    "app": "clever.service.app",
    "archive": "clever.service.app",
}
"""The table that the exercises speak of."""


def model(app_label: str, name: str = "Row") -> Any:
    """What a router looks at in a model."""
    return SimpleNamespace(_meta=SimpleNamespace(app_label=app_label, model_name=name.lower()), __name__=name)


def row(app_label: str, alias: str) -> Any:
    """A row of that app that was read from that database."""
    return SimpleNamespace(_meta=model(app_label)._meta, _state=SimpleNamespace(db=alias))


def as_django_asks(answer: Any) -> ConnectionRouter:
    """Django's list of routers, with the answer's as the only one. Raises Wrong for what is no router."""
    if not isinstance(answer, type):
        raise Wrong(f"A class is wanted: give the router itself, and not {type(answer).__name__}.")
    try:
        router = answer()
    except TypeError as error:
        raise Wrong(f"Django makes your router without any argument, and that fails: {error}") from error
    return ConnectionRouter([router])
