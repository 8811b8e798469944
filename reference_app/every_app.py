"""Settings with every app of ours in one project. Nothing runs on them: mypy reads the models that they name."""

from monolith.settings import *  # noqa: F403
from monolith.settings import INSTALLED_APPS as MONOLITH

INSTALLED_APPS = [
    *MONOLITH,
    "clever.service.permitter",
    "clever.service.backoffice",
    "django_tasks_db",
    "clever.kit.outbox",
    "clever.service.event",
]
TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}}

# What the backoffice reads of its settings, besides.
ROUTER_CONFIG: dict[str, str] = {}
SERVICES: dict[str, str] = {}

# And what other projects of split and of composition read of theirs.
BOARD_ORIGIN = ""
ARCHIVE_URL = NOTICE_URL = COUPON_URL = "local:"
BUDGET_SECONDS = 2.0
