{% if cookiecutter.example == "yes" %}"""The backoffice's settings: split's, with one service more. Its addresses are split's, and so is what serves it."""
{% else %}"""The backoffice's settings: split's, and the services that are new here. Its addresses and its server are split's."""
{% endif %}
{% if cookiecutter.example == "yes" %}from {{ cookiecutter.namespace }}.kit.databases import database, sqlite_url
{% endif %}from split.backoffice import settings as split
from split.backoffice.settings import *  # noqa: F403 - what it was before
{% if cookiecutter.example == "yes" %}from split.backoffice.settings import HERE, env
{% endif %}
{% if cookiecutter.example == "yes" %}INSTALLED_APPS = [*split.INSTALLED_APPS, "django_tasks_db", "{{ cookiecutter.namespace }}.kit.outbox", "{{ cookiecutter.namespace }}.service.event"]

# What event does later is written down in event's own database.
ROUTER_CONFIG = {
    **split.ROUTER_CONFIG,
    "event": "{{ cookiecutter.namespace }}.service.event",
    "outbox": "{{ cookiecutter.namespace }}.service.event",
    "django_tasks_database": "{{ cookiecutter.namespace }}.service.event",
}
DATABASES = {
    **split.DATABASES,
    "{{ cookiecutter.namespace }}.service.event": database(env, "EVENT_DATABASE_URL", default=sqlite_url(HERE / "event.sqlite3")),
}
TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}}

SERVICES = {**split.SERVICES, "event": env.seam("EVENT_URL")}
{% else %}INSTALLED_APPS = [*split.INSTALLED_APPS]
ROUTER_CONFIG = {**split.ROUTER_CONFIG}
DATABASES = {**split.DATABASES}
SERVICES = {**split.SERVICES}
{% endif %}