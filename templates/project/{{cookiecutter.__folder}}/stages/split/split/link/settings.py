"""The link service's settings: an API, and the short addresses themselves. It calls nobody."""

from {{ cookiecutter.namespace }}.kit.databases import database, sqlite_url
from {{ cookiecutter.namespace }}.kit.logs import logging_settings
from split.permitted import *  # noqa: F403 - what all projects have in common
from split.permitted import BASE_APPS, BASE_MIDDLEWARE, BY_PERMIT, HERE, LOG_LEVEL, env

ROOT_URLCONF = "split.link.urls"
WSGI_APPLICATION = "split.link.wsgi.application"
INSTALLED_APPS = [*BASE_APPS, "{{ cookiecutter.namespace }}.service.link"]
MIDDLEWARE = [*BASE_MIDDLEWARE, *BY_PERMIT]
PERMITTEE_SERVICE = "link"  # whose operations a caller needs a permit for

DATABASES = {"default": database(env, default=sqlite_url(HERE / "link.sqlite3"))}

BOARD_ORIGIN = env.str("BOARD_ORIGIN", default="")  # where links to the board lead; empty: at this very host

LOGGING = logging_settings(level=LOG_LEVEL, project="link")
