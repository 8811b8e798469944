from django.apps import AppConfig


class PlayerConfig(AppConfig):
    name = "clever.service.player"
    label = "player"
    default_auto_field = "django.db.models.BigAutoField"
    roles = {
        "support": ["view_player", "change_player", "view_possession", "view_grant", "add_grant"],
        "operator": ["view_player", "view_possession", "view_grant"],
    }
