"""What both middlewares do: find the operation and the credentials, and refuse what cannot be let in."""

import logging
from collections.abc import Callable
from typing import Any

from django.http import HttpRequest, HttpResponse

from permittee.asking import CannotAsk
from permittee.credentials import Credentials, Malformed, read_basic
from permittee.ext.django import problems
from permittee.ext.django.configuration import REFUSE, read_configuration
from permittee.ext.django.operations import operation_of

log = logging.getLogger(__name__)


class NamingMiddleware:
    """Put the caller's name on the request as `request.permittee`, "" for nobody. A subclass says who gets in.

    It works in `process_view`, where it is known which operation is being asked for. What reaches no view is not its
    business: an address that does not exist, and what another middleware answers itself.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        """Raises ImproperlyConfigured where a setting is missing or malformed."""
        self.get_response = get_response
        self.configuration = read_configuration()

    def __call__(self, request: HttpRequest) -> HttpResponse:
        request.permittee = ""  # type: ignore[attr-defined]
        return self.get_response(request)

    def process_view(self, request: HttpRequest, view: Any, args: Any, kwargs: Any) -> HttpResponse | None:
        operation = operation_of(request)
        if operation in self.configuration.open:
            return None
        try:
            credentials = read_basic(request.META.get("HTTP_AUTHORIZATION", ""))
            if credentials is None:
                return self.say_who_you_are("send a name and a secret") if self.must_be_named else None
            return self.look(request, credentials, operation)
        except Malformed:
            return self.say_who_you_are("the Basic credentials cannot be read")
        except CannotAsk:
            return problems.cannot_tell("it cannot be found out at the moment who may call")

    def look(self, request: HttpRequest, credentials: Credentials, operation: str) -> HttpResponse | None:
        """Find out about a caller, and answer where it is refused. Raises CannotAsk."""
        raise NotImplementedError

    @property
    def must_be_named(self) -> bool:
        return self.configuration.anonymous == REFUSE

    def not_believed(self) -> HttpResponse:
        # The name is not logged: whoever mixes up the two fields sends the secret in it.
        log.warning("a caller is unknown, or its secret is wrong")
        return self.say_who_you_are("unknown caller, or wrong secret")

    def say_who_you_are(self, detail: str) -> HttpResponse:
        return problems.say_who_you_are(detail, realm=self.configuration.service)


def request_id_of(request: HttpRequest) -> str:
    """The request's id, where a middleware has put one there, so that one id runs through everybody's logs."""
    return str(getattr(request, "request_id", ""))
