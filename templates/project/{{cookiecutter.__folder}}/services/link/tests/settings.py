"""link alone, as when it is tested by itself: `pytest` in this distribution's folder."""

from {{ cookiecutter.namespace }}.kit.testing.settings import *  # noqa: F403
from {{ cookiecutter.namespace }}.kit.testing.settings import BASE_APPS

INSTALLED_APPS = [*BASE_APPS, "{{ cookiecutter.namespace }}.service.link"]
