"""The two middlewares: one decides who may call what, the other leaves that to the view."""

import logging
from functools import partial

from django.http import HttpRequest, HttpResponse

from permittee.answers import Answer
from permittee.credentials import Credentials
from permittee.ext.django import problems
from permittee.ext.django.base import NamingMiddleware, request_id_of
from permittee.ext.django.process import deciding

log = logging.getLogger(__name__)
NOBODY = Answer(known=False)


class AuthorizationMiddleware(NamingMiddleware):
    """Let a caller in who has a permit for the operation, and no other caller."""

    def look(self, request: HttpRequest, operation: str, credentials: Credentials) -> HttpResponse | None:
        decision = deciding().decide(credentials, operation, request_id_of(request))
        if not decision.known:
            return self.not_believed()
        request.permittee = credentials.name  # type: ignore[attr-defined]
        if decision.permitted:
            return None
        log.warning("denied", extra={"caller": credentials.name, "operation": operation})
        return problems.not_permitted(f"{credentials.name} has no permit for {operation}")


class WeakAuthorizationMiddleware(NamingMiddleware):
    """Name the caller, and leave it to the view what that caller may do. Wrong credentials are refused all the same.

    `request.permittee_may()` says whether the caller has a permit for this operation, and
    `request.permittee_may("GET /things")` for another. Both were settled before the view began: neither asks anybody.
    """

    def __call__(self, request: HttpRequest) -> HttpResponse:
        request.permittee_may = partial(may, NOBODY, "")  # type: ignore[attr-defined]
        return super().__call__(request)

    def look(self, request: HttpRequest, operation: str, credentials: Credentials) -> HttpResponse | None:
        answer = deciding().answer(credentials, request_id_of(request))
        if not answer.known:
            return self.not_believed()
        request.permittee = credentials.name  # type: ignore[attr-defined]
        request.permittee_may = partial(may, answer, operation)  # type: ignore[attr-defined]
        return None


def may(answer: Answer, this: str, operation: str = "") -> bool:
    """Whether there is a permit for `operation`, or where none is named for `this` one."""
    return answer.permits(operation or this)
