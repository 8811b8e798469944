from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class LinkConfig(AppConfig):
    name = "{{ cookiecutter.namespace }}.service.link"
    label = "link"
    verbose_name = _("Short links")
    default_auto_field = "django.db.models.BigAutoField"
    roles = {
        "operator": ["view_link", "add_link", "change_link", "delete_link", "view_clickday"],
        "notice editor": ["view_link", "add_link", "change_link", "view_clickday"],
        "support": ["view_link", "view_clickday"],
    }
