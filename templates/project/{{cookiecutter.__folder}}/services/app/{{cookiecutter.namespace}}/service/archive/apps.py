from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class ArchiveConfig(AppConfig):
    name = "{{ cookiecutter.namespace }}.service.archive"
    label = "archive"
    verbose_name = _("Archive")
    default_auto_field = "django.db.models.BigAutoField"
    roles = {
        "operator": ["view_file", "add_file", "delete_file"],
        "notice editor": ["view_file", "add_file"],
        "support": ["view_file"],
    }
