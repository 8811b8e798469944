"""backoffice alone, as when it is tested by itself: `pytest` in this distribution's folder."""

from clever.kit.testing.settings import *  # noqa: F403
from clever.kit.testing.settings import BASE_APPS

INSTALLED_APPS = [*BASE_APPS, "clever.service.backoffice"]
