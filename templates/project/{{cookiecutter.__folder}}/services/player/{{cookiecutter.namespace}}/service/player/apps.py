from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class PlayerConfig(AppConfig):
    name = "{{ cookiecutter.namespace }}.service.player"
    label = "player"
    verbose_name = _("Players")
    default_auto_field = "django.db.models.BigAutoField"
    roles = {
        "support": ["view_player", "change_player", "view_possession", "view_grant", "add_grant"],
        "operator": ["view_player", "view_possession", "view_grant"],
    }
