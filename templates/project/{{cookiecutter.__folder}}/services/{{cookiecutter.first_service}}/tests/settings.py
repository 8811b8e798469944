{%- set callees = "".split(",") | select | list -%}
"""{{ cookiecutter.first_service }} alone, as when it is tested by itself: `pytest` in this distribution's folder."""

from {{ cookiecutter.namespace }}.kit.testing.settings import *  # noqa: F403
from {{ cookiecutter.namespace }}.kit.testing.settings import BASE_APPS
{% if "" %}
INSTALLED_APPS = [*BASE_APPS, "django_tasks_db", "{{ cookiecutter.namespace }}.kit.outbox", "{{ cookiecutter.namespace }}.service.{{ cookiecutter.first_service }}"]
TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}}
{%- else %}
INSTALLED_APPS = [*BASE_APPS, "{{ cookiecutter.namespace }}.service.{{ cookiecutter.first_service }}"]
{%- endif %}
{%- if callees %}
# Its tests put stand-ins there.
{% for callee in callees %}{{ callee.upper() }}_URL = {% endfor %}"http://nobody.invalid"
{%- endif %}
