"""Checks of a project's settings, which `manage.py check` and every start make."""

from typing import Any

from django.conf import settings
from django.core.checks import CheckMessage, Warning

IN_A_CACHE = ("django.contrib.sessions.backends.cache", "django.contrib.sessions.backends.cached_db")
NOT_SHARED = ("django.core.cache.backends.locmem.LocMemCache", "django.core.cache.backends.dummy.DummyCache")


def sessions_are_shared(app_configs: Any, **kwargs: Any) -> list[CheckMessage]:
    """A session must be known to every process, since any of them may get a person's next request."""
    backend = settings.CACHES.get(settings.SESSION_CACHE_ALIAS, {}).get("BACKEND")
    if settings.SESSION_ENGINE not in IN_A_CACHE or backend not in NOT_SHARED:
        return []
    return [
        Warning(
            "Sessions are in a cache that each process keeps to itself: who logs in at one is a stranger to the next.",
            hint="Name a cache that all processes share, such as Redis, or keep sessions in the database.",
            id="kit.W001",
        )
    ]
