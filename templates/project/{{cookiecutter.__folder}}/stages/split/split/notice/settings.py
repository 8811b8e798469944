"""The notice service's settings: an API, and the board for everybody. It calls nobody."""

from {{ cookiecutter.namespace }}.kit.databases import database, sqlite_url
from {{ cookiecutter.namespace }}.kit.logs import logging_settings
from split.permitted import *  # noqa: F403 - what all projects have in common
from split.permitted import BASE_APPS, BASE_MIDDLEWARE, BY_PERMIT, HERE, LOG_LEVEL, env

ROOT_URLCONF = "split.notice.urls"
WSGI_APPLICATION = "split.notice.wsgi.application"
INSTALLED_APPS = [*BASE_APPS, "{{ cookiecutter.namespace }}.service.notice"]
MIDDLEWARE = [*BASE_MIDDLEWARE, *BY_PERMIT]
PERMITTEE_SERVICE = "notice"  # whose operations a caller needs a permit for

DATABASES = {"default": database(env, default=sqlite_url(HERE / "notice.sqlite3"))}

CSRF_COOKIE_NAME = "notice_csrf"  # cookies ignore ports: one name a project

LOGGING = logging_settings(level=LOG_LEVEL, project="notice")
