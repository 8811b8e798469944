"""permitter alone, as when it is tested by itself: `pytest` in this distribution's folder."""

from clever.kit.testing.settings import *  # noqa: F403
from clever.kit.testing.settings import BASE_APPS
from clever.kit.testing.settings import MIDDLEWARE as USUAL

INSTALLED_APPS = [*BASE_APPS, "clever.service.permitter"]
OWN = {"clever.kit.middleware.callers.CallerMiddleware": "clever.service.permitter.middleware.OwnCallerMiddleware"}
MIDDLEWARE = [OWN.get(middleware, middleware) for middleware in USUAL]
CALLERS: dict[str, str] = {}  # nobody may be believed because of the settings
