"""The coupon service's settings."""

from {{ cookiecutter.namespace }}.kit.databases import database, sqlite_url
from {{ cookiecutter.namespace }}.kit.logs import logging_settings
from split.permitted import *  # noqa: F403 - what all projects have in common
from split.permitted import BASE_APPS, BASE_MIDDLEWARE, BY_PERMIT, HERE, LOG_LEVEL, env

ROOT_URLCONF = "split.coupon.urls"
WSGI_APPLICATION = "split.coupon.wsgi.application"
INSTALLED_APPS = [*BASE_APPS, "{{ cookiecutter.namespace }}.service.coupon"]
MIDDLEWARE = [*BASE_MIDDLEWARE, *BY_PERMIT]
PERMITTEE_SERVICE = "coupon"  # whose operations a caller needs a permit for

DATABASES = {"default": database(env, default=sqlite_url(HERE / "coupon.sqlite3"))}

PLAYER_URL = env.seam("PLAYER_URL")  # the one line by which this service was cut from player
CALLEES = ["PLAYER_URL"]  # what /readyz asks

LOGGING = logging_settings(level=LOG_LEVEL, project="coupon")
