from typing import Any

import pytest

from {{ cookiecutter.namespace }}.kit.checks import sessions_are_shared

SESSIONS = "django.contrib.sessions.backends."
LOCMEM = "django.core.cache.backends.locmem.LocMemCache"
REDIS = "django.core.cache.backends.redis.RedisCache"


@pytest.mark.parametrize(
    ("engine", "cache", "warnings"),
    [
        ("cache", LOCMEM, ["kit.W001"]),
        ("cached_db", LOCMEM, ["kit.W001"]),
        ("cache", REDIS, []),
        ("db", LOCMEM, []),
        ("signed_cookies", LOCMEM, []),
    ],
)
def test_only_sessions_that_a_process_keeps_to_itself_are_warned_of(
    settings: Any, engine: str, cache: str, warnings: list[str]
) -> None:
    settings.SESSION_ENGINE = SESSIONS + engine
    settings.CACHES = {"default": {"BACKEND": cache}}

    assert [message.id for message in sessions_are_shared(None)] == warnings
