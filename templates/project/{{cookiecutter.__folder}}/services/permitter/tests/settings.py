"""permitter alone, as when it is tested by itself: `pytest` in this distribution's folder."""

from {{ cookiecutter.namespace }}.kit.testing.settings import *  # noqa: F403
from {{ cookiecutter.namespace }}.kit.testing.settings import BASE_APPS
from {{ cookiecutter.namespace }}.kit.testing.settings import MIDDLEWARE as USUAL

INSTALLED_APPS = [*BASE_APPS, "{{ cookiecutter.namespace }}.service.permitter"]
OWN = {"{{ cookiecutter.namespace }}.kit.middleware.callers.CallerMiddleware": "{{ cookiecutter.namespace }}.service.permitter.middleware.OwnCallerMiddleware"}
MIDDLEWARE = [OWN.get(middleware, middleware) for middleware in USUAL]
CALLERS: dict[str, str] = {}  # nobody may be believed because of the settings
