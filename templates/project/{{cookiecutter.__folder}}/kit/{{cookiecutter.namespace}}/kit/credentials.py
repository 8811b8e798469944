"""What an Authorization header says: HTTP Basic (RFC 7617) for services, a bearer token (RFC 6750) for devices."""

import base64
import binascii
import re
from collections.abc import Callable

from django.conf import settings

from {{ cookiecutter.namespace }}.kit import tokens
from {{ cookiecutter.namespace }}.kit.callers import NOBODY, Caller, Kind
from {{ cookiecutter.namespace }}.kit.problems import Unauthenticated

# RFC 7617 forbids control characters, and a database may choke on one: no name is looked up that holds any.
CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f]")


def identify(authorization: str, *, service: Callable[[str], Caller]) -> Caller:
    """The caller that an Authorization header speaks of; nobody where there is none.

    `service` is given what follows the word Basic, and answers who that is. Raises Unauthenticated where the header is
    malformed, a token is wrong, or the scheme is unknown, and whatever `service` raises. A bearer token is of a scheme
    that is unknown where the settings have no VID_PUBLIC_KEY to know devices by.
    """
    if not authorization:
        return NOBODY
    scheme, _, value = authorization.partition(" ")
    match scheme.lower():
        case "basic":
            return service(value)
        case "bearer" if knows_devices():
            return _device(value)
    raise Unauthenticated("use HTTP Basic or a bearer token" if knows_devices() else "use HTTP Basic")


def knows_devices() -> bool:
    """Whether this project can tell one device from another."""
    return bool(getattr(settings, "VID_PUBLIC_KEY", ""))


def name_and_secret(value: str) -> tuple[str, str]:
    """The two halves of Basic credentials. Raises Unauthenticated where they cannot be read."""
    try:
        pair = base64.b64decode(value, validate=True).decode()
    except (binascii.Error, UnicodeDecodeError, ValueError):
        raise Unauthenticated("the Basic credentials cannot be read") from None
    name, colon, secret = pair.partition(":")
    if not name or not colon or CONTROL.search(pair):
        raise Unauthenticated("the Basic credentials cannot be read")
    return name, secret


def _device(value: str) -> Caller:
    try:
        return Caller(Kind.DEVICE, vid_id=tokens.read(value))
    except tokens.BadToken:
        raise Unauthenticated("this token is not valid, or no longer") from None
