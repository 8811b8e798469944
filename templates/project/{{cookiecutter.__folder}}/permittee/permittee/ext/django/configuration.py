"""What the project's settings say. What is wrong there stops the start, in one sentence that names the setting."""

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlsplit

import httpx2
from django.conf import settings
from django.core.exceptions import ImproperlyConfigured

CACHED, ASK = MODES = ("cached", "ask")
REFUSE, PASS = ANONYMOUS = ("refuse", "pass")
WHITESPACE = re.compile(r"\s")
NAME = re.compile(r"[A-Za-z0-9._-]{1,255}")


@dataclass(frozen=True)
class Configuration:
    """The settings, read and checked. The README has a table of them."""

    url: str
    service: str
    name: str
    secret: str = field(repr=False)
    mode: str
    anonymous: str
    open: frozenset[str]


def read_configuration() -> Configuration:
    """Raises ImproperlyConfigured."""
    return Configuration(
        url=_setting("PERMITTER_URL", _is_address, "write http://HOST/PATH; who asks is PERMITTEE_NAME's business"),
        service=_setting("PERMITTEE_SERVICE", _is_name, "write this service's name, such as coupon"),
        name=_setting("PERMITTEE_NAME", _is_name, "write the name by which the permitter knows this service"),
        secret=_setting("PERMITTEE_SECRET", _is_text, "write the secret that goes with PERMITTEE_NAME"),
        mode=_setting("PERMITTEE_MODE", MODES.__contains__, "write cached or ask", default=CACHED),
        anonymous=_setting("PERMITTEE_ANONYMOUS", ANONYMOUS.__contains__, "write refuse or pass", default=REFUSE),
        open=frozenset(
            _setting("PERMITTEE_OPEN", _are_operations, 'write a list such as ["GET /healthz"]', default=())
        ),
    )


def _setting(name: str, fits: Callable[[Any], bool], advice: str, default: Any = None) -> Any:
    value = getattr(settings, name, default)
    if value is None:
        raise ImproperlyConfigured(f"{name} is missing: {advice}")
    if not fits(value):
        raise ImproperlyConfigured(f"{name} is malformed: {advice}")  # without the value: it may be a secret
    return value


def _is_text(value: Any) -> bool:
    return isinstance(value, str) and value != ""


def _is_name(value: Any) -> bool:
    return isinstance(value, str) and NAME.fullmatch(value) is not None


def _is_address(value: Any) -> bool:
    if not isinstance(value, str) or WHITESPACE.search(value):
        return False
    try:
        httpx2.URL(value)  # or the first question would find out, and each one after it
        parts = urlsplit(value)
        host = parts.hostname if parts.port != 0 else None
    except (httpx2.InvalidURL, ValueError):
        return False
    # With a name and a secret in it the address would end in a log, and behind a query the path would be no path.
    return parts.scheme in ("http", "https") and bool(host) and not any(mark in value for mark in "@?#")


def _are_operations(value: Any) -> bool:
    return isinstance(value, list | tuple | set | frozenset) and all(
        isinstance(operation, str) and re.fullmatch(r"[A-Z]+ /\S*", operation) for operation in value
    )
