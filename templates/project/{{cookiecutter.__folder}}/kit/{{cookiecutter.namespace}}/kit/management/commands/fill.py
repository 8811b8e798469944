"""`manage.py fill`: put the sample data into an empty database."""

from importlib import import_module
from importlib.util import find_spec
from typing import Any

from django.apps import apps
from django.core.management.base import BaseCommand
from django.db import router, transaction


class Command(BaseCommand):
    """Each app is filled in one transaction, so a fill that is cut off leaves an empty app, never half a one."""

    help = "Fill an empty database with the sample data. An app that already has rows is left alone."

    def handle(self, *args: Any, **options: Any) -> None:
        for config in apps.get_app_configs():
            models = list(config.get_models())
            if not models or find_spec(f"{config.name}.sample") is None:
                continue
            alias = router.db_for_write(models[0])
            if any(model._default_manager.using(alias).exists() for model in models):
                self.stdout.write(f"fill: {config.label} has rows already, left alone")
                continue
            with transaction.atomic(using=alias):
                import_module(f"{config.name}.sample").fill(self.progress)

    def progress(self, what: str, done: int, total: int) -> None:
        """One line a step, which a program can read as well as a person."""
        self.stdout.write(f"fill: {what} {done}/{total}")
        self.stdout.flush()
