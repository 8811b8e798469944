"""Kit as a Django app: it brings management commands and checks, and no model."""

from django.apps import AppConfig
from django.core import checks

from {{ cookiecutter.namespace }}.kit.checks import sessions_are_shared


class KitConfig(AppConfig):
    name = "{{ cookiecutter.namespace }}.kit"
    label = "kit"

    def ready(self) -> None:
        checks.register(sessions_are_shared)
