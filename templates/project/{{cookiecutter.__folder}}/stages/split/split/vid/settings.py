"""The vid service's settings. It calls nobody."""

from {{ cookiecutter.namespace }}.kit import tokens
from {{ cookiecutter.namespace }}.kit.databases import database, sqlite_url
from {{ cookiecutter.namespace }}.kit.logs import logging_settings
from split.permitted import *  # noqa: F403 - what all projects have in common
from split.permitted import BASE_APPS, BASE_MIDDLEWARE, BY_PERMIT, HERE, LOG_LEVEL, env

ROOT_URLCONF = "split.vid.urls"
WSGI_APPLICATION = "split.vid.wsgi.application"
INSTALLED_APPS = [*BASE_APPS, "{{ cookiecutter.namespace }}.service.vid"]
MIDDLEWARE = [*BASE_MIDDLEWARE, *BY_PERMIT]
PERMITTEE_SERVICE = "vid"  # whose operations a caller needs a permit for

DATABASES = {"default": database(env, default=sqlite_url(HERE / "vid.sqlite3"))}

VID_SIGNING_KEY = tokens.key(env, "VID_SIGNING_KEY")  # the one project that can make a token
VID_TOKEN_DAYS = env.int("VID_TOKEN_DAYS", default=30)

LOGGING = logging_settings(level=LOG_LEVEL, project="vid")
