"""`manage.py makemigrations`, for the apps of the backoffice's own database only."""

from typing import Any

from django.apps import apps
from django.conf import settings
from django.core.management.base import CommandError
from django.core.management.commands import makemigrations


class Command(makemigrations.Command):
    """A migration is a file in the service's package. Here it is only installed, and perhaps in another version."""

    def handle(self, *app_labels: str, **options: Any) -> None:
        foreign = [label for label in app_labels if label in settings.ROUTER_CONFIG]
        if foreign:
            raise CommandError(
                f"makemigrations: {', '.join(foreign)}: a service's migrations are written in its project"
            )
        with_models = [config.label for config in apps.get_app_configs() if any(config.get_models())]
        own = [label for label in with_models if label not in settings.ROUTER_CONFIG]
        super().handle(*(app_labels or own), **options)
