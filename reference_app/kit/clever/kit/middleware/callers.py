"""Find out who is calling.

This is the monolith's answer: it compares HTTP Basic with the callers in its own settings. A project that asks a
permitter puts permittee's middleware here instead, and nothing else changes.
"""

import base64
import binascii
from collections.abc import Callable
from hashlib import sha256
from hmac import compare_digest

from django.conf import settings
from django.http import HttpRequest, HttpResponse

from clever.kit import tokens
from clever.kit.callers import NOBODY, Caller, Kind
from clever.kit.problems import Unauthenticated
from clever.kit.responses import problem_response


class CallerMiddleware:
    """Put a Caller on the request. Credentials that are wrong are refused at once, never taken for none.

    settings.CALLERS maps a name to the SHA-256 digest of its secret. A fast digest is enough: the secrets are long and
    random, so there is nothing to guess, and it is paid on every call.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        try:
            request.caller = identify(request.headers.get("Authorization", ""))  # type: ignore[attr-defined]
        except Unauthenticated as problem:
            return problem_response(problem)
        return self.get_response(request)


def identify(authorization: str) -> Caller:
    """The caller that an Authorization header speaks of; nobody where there is none.

    Raises Unauthenticated where the header is malformed, the secret or token is wrong, or the scheme is unknown.
    """
    if not authorization:
        return NOBODY
    scheme, _, value = authorization.partition(" ")
    match scheme.lower():
        case "basic":
            return _service(value)
        case "bearer":
            return _device(value)
    raise Unauthenticated("use HTTP Basic or a bearer token")


def _service(value: str) -> Caller:
    try:
        name, _, secret = base64.b64decode(value, validate=True).decode().partition(":")
    except (binascii.Error, UnicodeDecodeError, ValueError):
        raise Unauthenticated("the Basic credentials cannot be read") from None
    digest = sha256(secret.encode()).hexdigest()
    # An unknown name is compared too, with a digest that nothing has, so that it takes as long as a known one.
    if not compare_digest(settings.CALLERS.get(name, "0" * 64), digest):
        raise Unauthenticated("unknown caller, or wrong secret")
    return Caller(Kind.SERVICE, name=name)


def _device(value: str) -> Caller:
    try:
        return Caller(Kind.DEVICE, vid_id=tokens.read(value))
    except tokens.BadToken:
        raise Unauthenticated("this token is not valid, or no longer") from None
