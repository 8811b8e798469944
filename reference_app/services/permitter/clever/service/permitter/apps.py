from django.apps import AppConfig


class PermitterConfig(AppConfig):
    name = "clever.service.permitter"
    label = "permitter"
    default_auto_field = "django.db.models.BigAutoField"
