from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class PermitterConfig(AppConfig):
    name = "{{ cookiecutter.namespace }}.service.permitter"
    label = "permitter"
    verbose_name = _("Permits")
    default_auto_field = "django.db.models.BigAutoField"
    roles = {
        "operator": ["view_caller", "view_permit", "view_auditentry"],
        "permit keeper": [
            "add_caller",
            "view_caller",
            "rotate_secret",
            "switch_caller",
            "add_permit",
            "delete_permit",
            "view_permit",
            "view_auditentry",
        ],
    }
