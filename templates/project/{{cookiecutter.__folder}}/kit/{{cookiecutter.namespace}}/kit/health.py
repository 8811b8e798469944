"""/healthz: the process is alive. /readyz: it can do its work, so its database and the services it needs answer."""

import ssl
from functools import cache
from typing import Any
from urllib.parse import urlsplit, urlunsplit

import httpx2
from django.conf import settings
from django.db import DatabaseError, connections
from django.http import HttpRequest, JsonResponse
from django.urls import path

TIMEOUT = 2.0  # seconds; a probe that hangs is a probe that says no


@cache
def certificates() -> ssl.SSLContext:
    """By which a callee behind HTTPS is known. Read once a process: it takes longer than all the rest of a probe."""
    return httpx2.create_ssl_context(trust_env=False)


def healthz(request: HttpRequest) -> JsonResponse:
    """200 as long as this process answers at all. It looks at nothing else: a restart cures nothing else."""
    return JsonResponse({"status": "ok"})


def readyz(request: HttpRequest) -> JsonResponse:
    """200 when every needed database and service answers, else 503 with what is missing.

    settings.NEEDED_DATABASES names aliases, settings.CALLEES the settings that hold seams. Without the first, all are.
    """
    checks: dict[str, str] = {alias: _database(alias) for alias in getattr(settings, "NEEDED_DATABASES", connections)}
    checks |= {name: _callee(getattr(settings, name)) for name in getattr(settings, "CALLEES", ())}
    ready = all(answer == "ok" for answer in checks.values())
    body: dict[str, Any] = {"status": "ready" if ready else "not ready", "checks": checks}
    return JsonResponse(body, status=200 if ready else 503, headers={} if ready else {"Retry-After": "1"})


def _database(alias: str) -> str:
    try:
        with connections[alias].cursor() as cursor:
            cursor.execute("SELECT 1")
    except (DatabaseError, OSError) as error:
        return f"does not answer ({type(error).__name__})"
    return "ok"


def _callee(url: str) -> str:
    """A callee is asked whether it is alive, not whether it is ready: readiness that asks onwards runs in circles."""
    if url == "local:":
        return "ok"
    parts = urlsplit(url)
    alive = urlunsplit((parts.scheme, parts.netloc, "/healthz", "", ""))
    try:
        # No proxy stands between us and our own.
        answer = httpx2.get(alive, timeout=TIMEOUT, trust_env=False, verify=certificates())
    except (httpx2.HTTPError, httpx2.InvalidURL) as error:
        return f"does not answer ({type(error).__name__})"
    return "ok" if answer.status_code == 200 else f"answers {answer.status_code}"


urlpatterns = [path("healthz", healthz, name="healthz"), path("readyz", readyz, name="readyz")]
