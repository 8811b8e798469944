"""What both middlewares do: find the operation and the credentials, and refuse what cannot be let in."""

import logging
from collections.abc import Callable
from functools import partial
from typing import Any

from django.http import HttpRequest, HttpResponse

from permittee.asking import CannotAsk
from permittee.credentials import Credentials, Malformed, read_basic
from permittee.ext.django import problems
from permittee.ext.django.configuration import REFUSE, read_configuration
from permittee.ext.django.operations import operation_of
from permittee.ext.django.process import deciding

log = logging.getLogger(__name__)


class NamingMiddleware:
    """Put the caller's name on the request as `request.permittee`, "" for nobody. A subclass says who gets in.

    It works in `process_view`, where it is known which operation is being asked for. What reaches no view is for
    nobody in particular, and only false credentials are refused there: they get one answer everywhere, which says
    nothing of which addresses there are.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        """Raises ImproperlyConfigured where a setting is missing or malformed."""
        self.get_response = get_response
        self.configuration = read_configuration()

    def __call__(self, request: HttpRequest) -> HttpResponse:
        request.permittee = ""  # type: ignore[attr-defined]
        response = self.get_response(request)
        if request.resolver_match is not None:
            return response
        return self.judge(request, partial(self.look_who, request), must_be_named=False) or response

    def process_view(self, request: HttpRequest, view: Any, args: Any, kwargs: Any) -> HttpResponse | None:
        operation = operation_of(request)
        if operation in self.configuration.open:
            return None
        must_be_named = self.configuration.anonymous == REFUSE
        return self.judge(request, partial(self.look, request, operation), must_be_named=must_be_named)

    def judge(
        self, request: HttpRequest, look: Callable[[Credentials], HttpResponse | None], *, must_be_named: bool
    ) -> HttpResponse | None:
        """What `look` answers to the credentials of a request; None where that is nothing."""
        try:
            credentials = read_basic(request.META.get("HTTP_AUTHORIZATION", ""))
            if credentials is None:
                return self.say_who_you_are("send a name and a secret") if must_be_named else None
            return look(credentials)
        except Malformed:
            return self.say_who_you_are("the Basic credentials cannot be read")
        except CannotAsk:
            return problems.cannot_tell("it cannot be found out at the moment who may call")

    def look_who(self, request: HttpRequest, credentials: Credentials) -> HttpResponse | None:
        """Answer a caller that is not believed. Raises CannotAsk."""
        return None if deciding().answer(credentials, request_id_of(request)).known else self.not_believed()

    def look(self, request: HttpRequest, operation: str, credentials: Credentials) -> HttpResponse | None:
        """Find out about a caller, and answer where it is refused. Raises CannotAsk."""
        raise NotImplementedError

    def not_believed(self) -> HttpResponse:
        # The name is not logged: whoever mixes up the two fields sends the secret in it.
        log.warning("a caller is unknown, or its secret is wrong")
        return self.say_who_you_are("unknown caller, or wrong secret")

    def say_who_you_are(self, detail: str) -> HttpResponse:
        return problems.say_who_you_are(detail, realm=self.configuration.service)


def request_id_of(request: HttpRequest) -> str:
    """The request's id, where a middleware has put one there, so that one id runs through everybody's logs."""
    return str(getattr(request, "request_id", ""))
