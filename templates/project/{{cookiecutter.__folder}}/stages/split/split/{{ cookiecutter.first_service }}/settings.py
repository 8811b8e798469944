"""The {{ cookiecutter.first_service }} service's settings."""

from {{ cookiecutter.namespace }}.kit.databases import database, sqlite_url
from {{ cookiecutter.namespace }}.kit.logs import logging_settings
from split.permitted import *  # noqa: F403 - what all projects have in common
from split.permitted import BASE_APPS, BASE_MIDDLEWARE, BY_PERMIT, HERE, LOG_LEVEL, env

ROOT_URLCONF = "split.{{ cookiecutter.first_service }}.urls"
WSGI_APPLICATION = "split.{{ cookiecutter.first_service }}.wsgi.application"
INSTALLED_APPS = [*BASE_APPS, "{{ cookiecutter.namespace }}.service.{{ cookiecutter.first_service }}"]
PERMITTEE_SERVICE = "{{ cookiecutter.first_service }}"  # whose operations a caller needs a permit for

MIDDLEWARE = [*BASE_MIDDLEWARE, *BY_PERMIT]

DATABASES = {"default": database(env, default=sqlite_url(HERE / "{{ cookiecutter.first_service }}.sqlite3"))}

LOGGING = logging_settings(level=LOG_LEVEL, project="{{ cookiecutter.first_service }}")
