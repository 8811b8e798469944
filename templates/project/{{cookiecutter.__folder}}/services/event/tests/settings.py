"""event alone, as when it is tested by itself: `pytest` in this distribution's folder."""

from {{ cookiecutter.namespace }}.kit.testing.settings import *  # noqa: F403
from {{ cookiecutter.namespace }}.kit.testing.settings import BASE_APPS

INSTALLED_APPS = [*BASE_APPS, "django_tasks_db", "{{ cookiecutter.namespace }}.kit.outbox", "{{ cookiecutter.namespace }}.service.event"]
TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}}
# Its tests put stand-ins there.
ARCHIVE_URL = NOTICE_URL = COUPON_URL = "http://nobody.invalid"
