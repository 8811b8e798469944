"""A request carries one id from the first service to the last, and into every line of the logs."""

import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from uuid import uuid4

from django.http import HttpRequest, HttpResponse

HEADER = "X-Request-Id"
current: ContextVar[str] = ContextVar("request_id", default="")

# What a stranger sends ends in our logs, so it may hold nothing that a log would mind.
_ACCEPTABLE = re.compile(r"[A-Za-z0-9._-]{8,64}")


@contextmanager
def carrying(request_id: str) -> Iterator[None]:
    """For as long as the block lasts, all that is called and logged has this id."""
    token = current.set(request_id)
    try:
        yield
    finally:
        current.reset(token)


class RequestIdMiddleware:
    """Take the caller's request id, or make one; answer with it."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        given = request.headers.get(HEADER, "")
        request_id = given if _ACCEPTABLE.fullmatch(given) else uuid4().hex
        request.request_id = request_id  # type: ignore[attr-defined]
        with carrying(request_id):
            response = self.get_response(request)
        response[HEADER] = request_id
        return response
