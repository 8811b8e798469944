"""The event service's settings. It calls four others, and does later what it cannot do now."""

from {{ cookiecutter.namespace }}.kit.databases import database, sqlite_url
from {{ cookiecutter.namespace }}.kit.logs import logging_settings
from split.permitted import *  # noqa: F403 - what all projects have in common
from split.permitted import BASE_APPS, BASE_MIDDLEWARE, BY_PERMIT, HERE, LOG_LEVEL, env

ROOT_URLCONF = "composition.event.urls"
WSGI_APPLICATION = "composition.event.wsgi.application"
INSTALLED_APPS = [*BASE_APPS, "django_tasks_db", "{{ cookiecutter.namespace }}.kit.outbox", "{{ cookiecutter.namespace }}.service.event"]
PERMITTEE_SERVICE = "event"  # whose operations a caller needs a permit for

MIDDLEWARE = ["{{ cookiecutter.namespace }}.kit.middleware.budget.BudgetMiddleware", *BASE_MIDDLEWARE, *BY_PERMIT]

DATABASES = {"default": database(env, default=sqlite_url(HERE / "event.sqlite3"))}
TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}}  # in its own database: a promise is a row

# The services that this one is made of
ARCHIVE_URL = env.seam("ARCHIVE_URL")
NOTICE_URL = env.seam("NOTICE_URL")
PLAYER_URL = env.seam("PLAYER_URL")
COUPON_URL = env.seam("COUPON_URL")
CALLEES: list[str] = []  # what /readyz asks: it can do without each of them for a while

# How it calls them
BUDGET_SECONDS = env.float("BUDGET_SECONDS", default=2.0)  # for a whole request, its calls included
BREAKERS = True  # who has failed several times in a row is left in peace for a while
CALLING = env.choice("CALLING", {"careful": "careful", "naive": "naive"}, default="careful")  # naive: to see what for

LOGGING = logging_settings(level=LOG_LEVEL, project="event")
