"""Find out who is calling.

This is the monolith's answer: it compares HTTP Basic with the callers in its own settings. A project that asks a
permitter has `devices` and `permitted` instead, permittee's middleware between them, and nothing else changes.
"""

from collections.abc import Callable
from hashlib import sha256
from hmac import compare_digest

from django.conf import settings
from django.http import HttpRequest, HttpResponse

from {{ cookiecutter.namespace }}.kit.callers import Caller, Kind
from {{ cookiecutter.namespace }}.kit.credentials import identify, name_and_secret
from {{ cookiecutter.namespace }}.kit.problems import Unauthenticated
from {{ cookiecutter.namespace }}.kit.responses import problem_response

NO_DIGEST = "0" * 64  # the digest of nothing that anybody has


class CallerMiddleware:
    """Put a Caller on the request. Credentials that are wrong are refused at once, never taken for none.

    settings.CALLERS maps a name to the SHA-256 digest of its secret. A fast digest is enough: the secrets are long and
    random, so there is nothing to guess, and it is paid on every call.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        try:
            header = request.headers.get("Authorization", "")
            request.caller = identify(header, service=self.service)  # type: ignore[attr-defined]
        except Unauthenticated as problem:
            return problem_response(problem)
        return self.get_response(request)

    def service(self, value: str) -> Caller:
        """The service of these Basic credentials. Another way of knowing services is a subclass with another answer."""
        return configured_service(value)


def configured_service(value: str) -> Caller:
    """The service in settings.CALLERS whom Basic credentials belong to. Raises Unauthenticated."""
    name, secret = name_and_secret(value)
    check(secret, settings.CALLERS.get(name))
    return Caller(Kind.SERVICE, name=name)


def check(secret: str, digest: str | None) -> None:
    """Raise Unauthenticated unless `secret` is the one of that digest. None is the digest of a name nobody knows."""
    # An unknown name is compared too, with a digest that nothing has, so that it takes as long as a known one.
    if not compare_digest(digest or NO_DIGEST, sha256(secret.encode()).hexdigest()):
        raise Unauthenticated("unknown caller, or wrong secret")
