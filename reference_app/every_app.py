"""Settings with every app of ours in one project. Nothing runs on them: mypy reads the models that they name."""

from monolith.settings import *  # noqa: F403
from monolith.settings import INSTALLED_APPS as SERVICES

INSTALLED_APPS = [*SERVICES, "clever.service.permitter", "clever.service.backoffice"]
