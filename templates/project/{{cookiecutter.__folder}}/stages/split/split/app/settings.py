"""The settings of app and archive, two apps on one database. They call nobody."""

from pathlib import Path

from {{ cookiecutter.namespace }}.kit.databases import database, sqlite_url
from {{ cookiecutter.namespace }}.kit.logs import logging_settings
from split.permitted import *  # noqa: F403 - what all projects have in common
from split.permitted import BASE_APPS, BASE_MIDDLEWARE, BY_PERMIT, HERE, LOG_LEVEL, env

ROOT_URLCONF = "split.app.urls"
WSGI_APPLICATION = "split.app.wsgi.application"
INSTALLED_APPS = [*BASE_APPS, "{{ cookiecutter.namespace }}.service.archive", "{{ cookiecutter.namespace }}.service.app"]
MIDDLEWARE = [*BASE_MIDDLEWARE, *BY_PERMIT]
PERMITTEE_SERVICE = "app"  # whose operations a caller needs a permit for

DATABASES = {"default": database(env, default=sqlite_url(HERE / "app.sqlite3"))}

MEDIA_ROOT = Path(env.str("MEDIA_ROOT", default=str(HERE / "media")))
MEDIA_URL = "media/"  # nothing answers there: the archive hands files out, as attachments
ARCHIVE_MAX_BYTES = env.int("ARCHIVE_MAX_BYTES", default=10 * 1024 * 1024)  # of an uploaded file

LOGGING = logging_settings(level=LOG_LEVEL, project="app")
