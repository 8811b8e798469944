"""A project that is traced where the environment says so, and is about nothing else."""

import os

from clever.kit.logs import logging_settings
from clever.kit.testing.settings import *  # noqa: F403
from clever.kit.testing.settings import BASE_APPS

INSTALLED_APPS = [*BASE_APPS, "clever.kit.tracing"]
ROOT_URLCONF = "web"
LOGGING = logging_settings(level=os.environ["LOG_LEVEL"], project="tests")
