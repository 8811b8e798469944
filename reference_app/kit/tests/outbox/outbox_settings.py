"""A project that owes others something, and is about nothing else."""

from clever.kit.testing.settings import *  # noqa: F403
from clever.kit.testing.settings import BASE_APPS

INSTALLED_APPS = [*BASE_APPS, "django_tasks_db", "clever.kit.outbox"]
TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}}
