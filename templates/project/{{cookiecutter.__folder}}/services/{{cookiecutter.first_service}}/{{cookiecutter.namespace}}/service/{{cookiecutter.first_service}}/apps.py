from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class {{ cookiecutter.first_service.capitalize() }}Config(AppConfig):
    name = "{{ cookiecutter.namespace }}.service.{{ cookiecutter.first_service }}"
    label = "{{ cookiecutter.first_service }}"
    verbose_name = _("{{ cookiecutter.first_service.capitalize() }}")
    roles = {"support": ["view_record"], "operator": ["view_record"]}
