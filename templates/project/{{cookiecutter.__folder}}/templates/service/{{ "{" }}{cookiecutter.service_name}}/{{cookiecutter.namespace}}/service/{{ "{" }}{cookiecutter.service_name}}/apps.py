from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class {{ "{" }}{ cookiecutter.__class }}Config(AppConfig):
    name = "{{ cookiecutter.namespace }}.service.{{ "{" }}{ cookiecutter.service_name }}"
    label = "{{ "{" }}{ cookiecutter.service_name }}"
    verbose_name = _("{{ "{" }}{ cookiecutter.title }}")
    roles = {"support": ["view_record"], "operator": ["view_record"]}
