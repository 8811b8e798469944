"""The player service's settings."""

from {{ cookiecutter.namespace }}.kit.databases import database, sqlite_url
from {{ cookiecutter.namespace }}.kit.logs import logging_settings
from split.permitted import *  # noqa: F403 - what all projects have in common
from split.permitted import BASE_APPS, BASE_MIDDLEWARE, BY_PERMIT, HERE, LOG_LEVEL, env

ROOT_URLCONF = "split.player.urls"
WSGI_APPLICATION = "split.player.wsgi.application"
INSTALLED_APPS = [*BASE_APPS, "{{ cookiecutter.namespace }}.service.player"]
MIDDLEWARE = [*BASE_MIDDLEWARE, *BY_PERMIT]
PERMITTEE_SERVICE = "player"  # whose operations a caller needs a permit for

DATABASES = {"default": database(env, default=sqlite_url(HERE / "player.sqlite3"))}

VID_URL = env.seam("VID_URL")
CALLEES = ["VID_URL"]  # what /readyz asks

LOGGING = logging_settings(level=LOG_LEVEL, project="player")
