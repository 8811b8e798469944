"""app and archive alone, as when they are tested by themselves: `pytest` in this distribution's folder."""

from {{ cookiecutter.namespace }}.kit.testing.settings import *  # noqa: F403
from {{ cookiecutter.namespace }}.kit.testing.settings import BASE_APPS

INSTALLED_APPS = [*BASE_APPS, "{{ cookiecutter.namespace }}.service.archive", "{{ cookiecutter.namespace }}.service.app"]
