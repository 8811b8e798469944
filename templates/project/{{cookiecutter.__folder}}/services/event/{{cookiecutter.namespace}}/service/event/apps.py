from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class EventConfig(AppConfig):
    name = "{{ cookiecutter.namespace }}.service.event"
    label = "event"
    verbose_name = _("Events")
    roles = {"support": ["view_event", "view_participation"], "operator": ["view_event", "view_participation"]}
