"""The backoffice over real databases: `default`, and one of its own for each service."""

from clever.kit.databases import database
from clever.kit.environment import Environment
from clever.kit.testing.settings import *  # noqa: F403
from clever.kit.testing.settings import BASE_APPS

env = Environment()
ROOT_URLCONF = "tests.urls"
INSTALLED_APPS = [
    "clever.service.backoffice",  # before the admin, whose pages it adds to
    *BASE_APPS,
    "clever.service.vid",
    "clever.service.player",
    "clever.service.coupon",
    "clever.service.notice",
    "clever.service.link",
    "clever.service.archive",
    "clever.service.app",
    "clever.service.permitter",
]

ROUTER_CONFIG = {
    "vid": "clever.service.vid",
    "player": "clever.service.player",
    "coupon": "clever.service.coupon",
    "notice": "clever.service.notice",
    "link": "clever.service.link",
    "app": "clever.service.app",
    "archive": "clever.service.app",
    "permitter": "clever.service.permitter",
}
DATABASE_ROUTERS = ["clever.service.backoffice.router.DatabaseRouter"]
DATABASES = {alias: database(env, default="sqlite:///tests.sqlite3") for alias in ["default", *ROUTER_CONFIG.values()]}

SERVICES: dict[str, str] = {}  # where tests that need services put stand-ins
