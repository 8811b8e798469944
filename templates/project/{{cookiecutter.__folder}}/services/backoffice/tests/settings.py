"""The backoffice over real databases: `default`, and one of its own for each service."""

from {{ cookiecutter.namespace }}.kit.databases import database
from {{ cookiecutter.namespace }}.kit.environment import Environment
from {{ cookiecutter.namespace }}.kit.testing.settings import *  # noqa: F403
from {{ cookiecutter.namespace }}.kit.testing.settings import BASE_APPS

env = Environment()
ROOT_URLCONF = "tests.urls"
INSTALLED_APPS = [
    "{{ cookiecutter.namespace }}.service.backoffice",  # before the admin, whose pages it adds to
    *BASE_APPS,
    "{{ cookiecutter.namespace }}.service.vid",
    "{{ cookiecutter.namespace }}.service.player",
    "{{ cookiecutter.namespace }}.service.coupon",
    "{{ cookiecutter.namespace }}.service.notice",
    "{{ cookiecutter.namespace }}.service.link",
    "{{ cookiecutter.namespace }}.service.archive",
    "{{ cookiecutter.namespace }}.service.app",
    "{{ cookiecutter.namespace }}.service.permitter",
]

ROUTER_CONFIG = {
    "vid": "{{ cookiecutter.namespace }}.service.vid",
    "player": "{{ cookiecutter.namespace }}.service.player",
    "coupon": "{{ cookiecutter.namespace }}.service.coupon",
    "notice": "{{ cookiecutter.namespace }}.service.notice",
    "link": "{{ cookiecutter.namespace }}.service.link",
    "app": "{{ cookiecutter.namespace }}.service.app",
    "archive": "{{ cookiecutter.namespace }}.service.app",
    "permitter": "{{ cookiecutter.namespace }}.service.permitter",
}
DATABASE_ROUTERS = ["{{ cookiecutter.namespace }}.service.backoffice.router.DatabaseRouter"]
DATABASES = {alias: database(env, default="sqlite:///tests.sqlite3") for alias in ["default", *ROUTER_CONFIG.values()]}

SERVICES: dict[str, str] = {}  # where tests that need services put stand-ins
