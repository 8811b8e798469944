from django.apps import AppConfig


class VidConfig(AppConfig):
    name = "clever.service.vid"
    label = "vid"
    default_auto_field = "django.db.models.BigAutoField"
    roles = {"support": ["view_vid", "change_vid"], "operator": ["view_vid"]}
