"""What a project is made of, as JSON on stdout. Run in the folder of manage.py, in the project's environment."""

import io
import json
import sys
from contextlib import redirect_stdout
from importlib import import_module
from typing import Any

sys.path.insert(0, "")  # as manage.py has it

import django
import httpx2
from django.conf import settings
from django.core.management import call_command
from django.test import Client
from django.urls import resolve

SEAMS = (
    *("VID_URL", "PLAYER_URL", "COUPON_URL", "NOTICE_URL", "LINK_URL", "APP_URL", "PERMITTER_URL"),
    *("ARCHIVE_URL", "EVENT_URL"),  # of a stage that adds to this one
)

# Values that fit into an address, by the name of the place.
VALUES = {"platform": "ios", "number": "1.0.0", "slug": "sleepy-otter"}
SOME_ID = "00000000-0000-4000-8000-000000000000"

# Addresses that are no operation of the API.
OPEN = {f"GET {path}": ("GET", path) for path in ("/healthz", "/readyz", "/api/docs", "/api/openapi.json")}
NOWHERE = {f"GET {path}": ("GET", path) for path in ("/api/no-such/thing", "/no-such-page")}


def operations() -> dict[str, tuple[str, str]]:
    """Each operation of the API, with the method and an address at which it is called."""
    document = import_module(settings.ROOT_URLCONF).api.get_openapi_schema()
    found = {}
    for template, methods in document["paths"].items():
        address, route = template, template
        for part in template.split("/"):
            if part.startswith("{"):
                address = address.replace(part, VALUES.get(part.strip("{}"), SOME_ID))
                route = route.replace(part, f"<{part.strip('{}')}>")
        for method in methods:
            found[f"{method.upper()} {route}"] = (method.upper(), address)
    return found


def refusals(found: dict[str, tuple[str, str]]) -> dict[str, dict[str, list[Any]]]:
    """How each operation answers whom it should not let in: the status, and the challenge where there is one."""
    from permittee.ext.django import process
    from permittee.ext.django.testing import FakePermitter

    client = Client(raise_request_exception=False)
    answers: dict[str, dict[str, list[Any]]] = {}
    secrets = {"nobody-in-particular": "right", "neighbour": "right"}
    # The neighbour may call everything but the operation in question.
    with FakePermitter(secrets=secrets) as permitter:
        for operation, (method, address) in found.items():
            permitter.permits = {"neighbour": set(found) - {operation}}
            process.forget(transport=httpx2.MockTransport(permitter.respond))  # what it was told of the last one
            headers = {
                "without a permit": permitter.headers("nobody-in-particular"),
                "with all other permits": permitter.headers("neighbour"),
                "wrong secret": permitter.headers("nobody-in-particular", secret="wrong"),
                "unknown": permitter.headers("stranger", secret="right"),
                "malformed": {"Authorization": "Basic not base64!"},
            }
            answers[operation] = {}
            for who, header in headers.items():
                answer = client.generic(method, address, headers={**header, "Host": "game.example"}, secure=True)
                answers[operation][who] = [answer.status_code, answer.headers.get("WWW-Authenticate", "")]
    return answers


def describe() -> dict[str, Any]:
    django.setup()
    call_command("check", deploy=True, fail_level="WARNING")
    call_command("makemigrations", check_changes=True, dry_run=True)
    found = operations() if settings.ROOT_URLCONF != "split.backoffice.urls" else {}
    unresolved = [key for key, (_, address) in found.items() if f"/{resolve(address).route}" != key.split(" ", 1)[1]]
    return {
        "apps": [app for app in settings.INSTALLED_APPS if app.startswith("clever.service.")],
        "urls": sorted(name for name in dir(settings) if name in SEAMS),
        "callees": list(getattr(settings, "CALLEES", [])),
        "permittee_service": getattr(settings, "PERMITTEE_SERVICE", ""),
        "middleware": list(settings.MIDDLEWARE),
        "cookies": [settings.SESSION_COOKIE_NAME, settings.CSRF_COOKIE_NAME],
        "operations": list(found),
        "unresolved": unresolved,
        "refusals": refusals(found) if hasattr(settings, "PERMITTER_URL") else {},
        "open": refusals(OPEN) if hasattr(settings, "PERMITTER_URL") else {},
        "nowhere": refusals(NOWHERE) if hasattr(settings, "PERMITTER_URL") else {},
    }


with redirect_stdout(io.StringIO()):  # what commands say is not what is asked for
    description = describe()
print(json.dumps(description))  # noqa: T201 - whoever started this reads it
