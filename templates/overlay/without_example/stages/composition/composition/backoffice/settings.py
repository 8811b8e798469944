"""The backoffice's settings: split's, and the services that are new here. Its addresses and its server are split's."""

from split.backoffice import settings as split
from split.backoffice.settings import *  # noqa: F403 - what it was before

INSTALLED_APPS = [*split.INSTALLED_APPS]
ROUTER_CONFIG = {**split.ROUTER_CONFIG}
DATABASES = {**split.DATABASES}
SERVICES = {**split.SERVICES}
