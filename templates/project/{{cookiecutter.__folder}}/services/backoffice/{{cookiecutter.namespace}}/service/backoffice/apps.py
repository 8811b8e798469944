from django.apps import AppConfig
from django.core import checks
from django.utils.translation import gettext_lazy as _

from {{ cookiecutter.namespace }}.service.backoffice.checks import no_key_leaves_its_database, the_table_is_complete


class BackofficeConfig(AppConfig):
    name = "{{ cookiecutter.namespace }}.service.backoffice"
    label = "backoffice"
    verbose_name = _("Back office")
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        checks.register(the_table_is_complete)
        checks.register(no_key_leaves_its_database, checks.Tags.models)
