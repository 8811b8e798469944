from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class VidConfig(AppConfig):
    name = "{{ cookiecutter.namespace }}.service.vid"
    label = "vid"
    verbose_name = _("Devices")
    default_auto_field = "django.db.models.BigAutoField"
    roles = {"support": ["view_vid", "change_vid"], "operator": ["view_vid"]}
