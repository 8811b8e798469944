{{ "{" }}%- set name = cookiecutter.service_name -%}
{{ "{" }}%- set asks = cookiecutter.__asks -%}
{{ "{" }}%- set callees = cookiecutter.calls.split(",") | select | list -%}
"""The {{ "{" }}{ name }} service's settings.{{ "{" }}% if asks %} It does later what it cannot do now.{{ "{" }}% endif %}"""

from {{ cookiecutter.namespace }}.kit.databases import database, sqlite_url
from {{ cookiecutter.namespace }}.kit.logs import logging_settings
from {{ "{" }}{ cookiecutter.common }}.permitted import *  # noqa: F403 - what all projects have in common
from {{ "{" }}{ cookiecutter.common }}.permitted import BASE_APPS, BASE_MIDDLEWARE, BY_PERMIT, HERE, LOG_LEVEL, env

ROOT_URLCONF = "{{ "{" }}{ cookiecutter.stage }}.{{ "{" }}{ name }}.urls"
WSGI_APPLICATION = "{{ "{" }}{ cookiecutter.stage }}.{{ "{" }}{ name }}.wsgi.application"
INSTALLED_APPS = [*BASE_APPS, {{ "{" }}% if asks %}"django_tasks_db", "{{ cookiecutter.namespace }}.kit.outbox", {{ "{" }}% endif %}"{{ cookiecutter.namespace }}.service.{{ "{" }}{ name }}"]
PERMITTEE_SERVICE = "{{ "{" }}{ name }}"  # whose operations a caller needs a permit for

MIDDLEWARE = [{{ "{" }}% if callees %}"{{ cookiecutter.namespace }}.kit.middleware.budget.BudgetMiddleware", {{ "{" }}% endif %}*BASE_MIDDLEWARE, *BY_PERMIT]

DATABASES = {"default": database(env, default=sqlite_url(HERE / "{{ "{" }}{ name }}.sqlite3"))}
{{ "{" }}%- if asks %}
TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}}  # in its own database: a promise is a row
{{ "{" }}%- endif %}
{{ "{" }}%- if callees %}

# The services that it calls
{{ "{" }}%- for callee in callees %}
{{ "{" }}{ callee.upper() }}_URL = env.seam("{{ "{" }}{ callee.upper() }}_URL")
{{ "{" }}%- endfor %}
CALLEES: list[str] = []  # what /readyz asks: it can do without each of them for a while

# How it calls them
BUDGET_SECONDS = env.float("BUDGET_SECONDS", default=2.0)  # for a whole request, its calls included
BREAKERS = True  # who has failed several times in a row is left in peace for a while
{{ "{" }}%- endif %}

LOGGING = logging_settings(level=LOG_LEVEL, project="{{ "{" }}{ name }}")
