"""The backoffice's settings: split's, with one service more. Its addresses are split's, and so is what serves it."""

from {{ cookiecutter.namespace }}.kit.databases import database, sqlite_url
from split.backoffice import settings as split
from split.backoffice.settings import *  # noqa: F403 - what it was before
from split.backoffice.settings import HERE, env

INSTALLED_APPS = [*split.INSTALLED_APPS, "django_tasks_db", "{{ cookiecutter.namespace }}.kit.outbox", "{{ cookiecutter.namespace }}.service.event"]

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
