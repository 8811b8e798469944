"""Believe the permitter: whom permittee's middleware has let in is a service."""

from collections.abc import Callable
from typing import Any

from django.core.exceptions import ImproperlyConfigured
from django.http import HttpRequest, HttpResponse

from {{ cookiecutter.namespace }}.kit.callers import Caller, Kind


class PermittedMiddleware:
    """Put a Caller on the request where permittee found one. Stands below permittee's middleware.

    `request.permittee` is the caller's name, and empty where no service is calling: then the caller stays what
    DeviceMiddleware took it for.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_view(self, request: HttpRequest, view: Any, args: Any, kwargs: Any) -> None:
        """Raises ImproperlyConfigured where no middleware of permittee's has come before: it would let nobody in."""
        name = getattr(request, "permittee", None)
        if name is None:
            raise ImproperlyConfigured("MIDDLEWARE: put one of permittee's middlewares above PermittedMiddleware")
        if name:
            request.caller = Caller(Kind.SERVICE, name=name)  # type: ignore[attr-defined]
