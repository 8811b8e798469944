"""Kit as a Django app: it brings management commands, and no model."""

from django.apps import AppConfig


class KitConfig(AppConfig):
    name = "clever.kit"
    label = "kit"
