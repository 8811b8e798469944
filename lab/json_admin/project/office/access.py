"""Who may come in, and who may change something. Without models there are no users, groups and permissions."""

import hashlib
import json
import os
import secrets
from base64 import b64decode
from collections.abc import Callable
from functools import wraps
from typing import Any

from django.http import HttpRequest, HttpResponse

View = Callable[..., HttpResponse]


def staff(*, may_change: bool = False) -> Callable[[View], View]:
    """Let members of staff in; with `may_change`, editors only."""

    def guard(view: View) -> View:
        @wraps(view)
        def guarded(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
            role = role_of(request)
            if role is None:
                challenge = {"WWW-Authenticate": 'Basic realm="office"'}
                return HttpResponse("Who are you?", status=401, headers=challenge)
            if may_change and role != "editor":
                return HttpResponse("You may look, and change nothing.", status=403)
            return view(request, *args, **kwargs)

        return guarded

    return guard


def role_of(request: HttpRequest) -> str | None:
    """ "viewer", "editor", or None for a stranger."""
    scheme, _, given = request.headers.get("Authorization", "").partition(" ")
    try:
        name, _, password = b64decode(given, validate=True).decode().partition(":")
    except ValueError:
        return None
    known = json.loads(os.environ["STAFF"])  # name: [role, SHA-256 of the password]
    role, digest = known.get(name, (None, ""))
    matches = secrets.compare_digest(hashlib.sha256(password.encode()).hexdigest(), digest)
    return role if scheme == "Basic" and matches else None
