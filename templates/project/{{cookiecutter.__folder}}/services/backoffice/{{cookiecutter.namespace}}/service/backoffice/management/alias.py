"""The one rule that guarded commands share: a service's database is the service's own to change."""

from django.core.management.base import CommandError
from django.db import DEFAULT_DB_ALIAS


def refuse_all_but_default(command: str, alias: str, why: str) -> None:
    """Raise CommandError where a command is aimed at a service's database."""
    if alias != DEFAULT_DB_ALIAS:
        raise CommandError(f"{command}: {alias!r} is not the backoffice's to change: {why}. Run it in that service.")
