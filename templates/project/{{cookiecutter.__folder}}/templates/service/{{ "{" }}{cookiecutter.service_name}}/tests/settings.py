{{ "{" }}%- set callees = cookiecutter.calls.split(",") | select | list -%}
"""{{ "{" }}{ cookiecutter.service_name }} alone, as when it is tested by itself: `pytest` in this distribution's folder."""

from {{ cookiecutter.namespace }}.kit.testing.settings import *  # noqa: F403
from {{ cookiecutter.namespace }}.kit.testing.settings import BASE_APPS
{{ "{" }}% if cookiecutter.__asks %}
INSTALLED_APPS = [*BASE_APPS, "django_tasks_db", "{{ cookiecutter.namespace }}.kit.outbox", "{{ cookiecutter.namespace }}.service.{{ "{" }}{ cookiecutter.service_name }}"]
TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}}
{{ "{" }}%- else %}
INSTALLED_APPS = [*BASE_APPS, "{{ cookiecutter.namespace }}.service.{{ "{" }}{ cookiecutter.service_name }}"]
{{ "{" }}%- endif %}
{{ "{" }}%- if callees %}
# Its tests put stand-ins there.
{{ "{" }}% for callee in callees %}{{ "{" }}{ callee.upper() }}_URL = {{ "{" }}% endfor %}"http://nobody.invalid"
{{ "{" }}%- endif %}
