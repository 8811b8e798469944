"""Settings with every app of ours in one project. Nothing runs on them: mypy reads the models that they name."""

from monolith.settings import *  # noqa: F403
from monolith.settings import INSTALLED_APPS as MONOLITH

INSTALLED_APPS = [*MONOLITH, "clever.service.permitter", "clever.service.backoffice"]

# What the backoffice reads of its settings, besides.
ROUTER_CONFIG: dict[str, str] = {}
SERVICES: dict[str, str] = {}

# And what other projects of split read of theirs.
BOARD_ORIGIN = ""
