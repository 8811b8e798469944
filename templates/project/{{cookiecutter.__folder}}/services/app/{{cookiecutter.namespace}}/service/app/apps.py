from django.apps import AppConfig as DjangoAppConfig
from django.utils.translation import gettext_lazy as _


class AppConfig(DjangoAppConfig):
    name = "{{ cookiecutter.namespace }}.service.app"
    label = "app"
    verbose_name = _("Titles and versions")
    default_auto_field = "django.db.models.BigAutoField"
    roles = {
        "operator": ["view_title", "add_title", "change_title", "view_version", "add_version", "change_version"],
        "support": ["view_title", "view_version"],
    }
