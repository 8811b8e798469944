"""The permitter's settings. It calls nobody: who calls it, its own table says."""

from {{ cookiecutter.namespace }}.kit.databases import database, sqlite_url
from {{ cookiecutter.namespace }}.kit.logs import logging_settings
from split.base import *  # noqa: F403 - what all projects have in common
from split.base import BASE_APPS, BASE_MIDDLEWARE, HERE, LOG_LEVEL, env

ROOT_URLCONF = "split.permitter.urls"
WSGI_APPLICATION = "split.permitter.wsgi.application"
INSTALLED_APPS = [*BASE_APPS, "{{ cookiecutter.namespace }}.service.permitter"]
MIDDLEWARE = [*BASE_MIDDLEWARE, "{{ cookiecutter.namespace }}.service.permitter.middleware.OwnCallerMiddleware"]

DATABASES = {"default": database(env, default=sqlite_url(HERE / "permitter.sqlite3"))}

LOGGING = logging_settings(level=LOG_LEVEL, project="permitter")
