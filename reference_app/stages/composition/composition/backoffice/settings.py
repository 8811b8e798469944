"""The backoffice's settings: split's, with one service more. Its addresses are split's, and so is what serves it."""

from clever.kit.databases import database, sqlite_url
from split.backoffice import settings as split
from split.backoffice.settings import *  # noqa: F403 - what it was before
from split.backoffice.settings import HERE, env

INSTALLED_APPS = [*split.INSTALLED_APPS, "django_tasks_db", "clever.kit.outbox", "clever.service.event"]

# What event does later is written down in event's own database.
ROUTER_CONFIG = {
    **split.ROUTER_CONFIG,
    "event": "clever.service.event",
    "outbox": "clever.service.event",
    "django_tasks_database": "clever.service.event",
}
DATABASES = {
    **split.DATABASES,
    "clever.service.event": database(env, "EVENT_DATABASE_URL", default=sqlite_url(HERE / "event.sqlite3")),
}
TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}}

SERVICES = {**split.SERVICES, "event": env.seam("EVENT_URL")}
