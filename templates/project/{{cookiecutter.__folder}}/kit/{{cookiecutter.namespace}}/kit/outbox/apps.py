"""The outbox as a Django app: a project that owes others something installs it beside django_tasks_db."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class OutboxConfig(AppConfig):
    name = "{{ cookiecutter.namespace }}.kit.outbox"
    label = "outbox"
    verbose_name = _("Later work")
    default_auto_field = "django.db.models.BigAutoField"
    roles = {"support": ["view_promise", "keep_promise"], "operator": ["view_promise", "keep_promise"]}
