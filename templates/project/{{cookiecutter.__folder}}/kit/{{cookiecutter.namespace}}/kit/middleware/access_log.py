"""One structured line in the log for each request."""

import logging
import time
from collections.abc import Callable
from datetime import UTC, datetime

from django.http import HttpRequest, HttpResponse

from {{ cookiecutter.namespace }}.kit.callers import caller_of

log = logging.getLogger("access")


class AccessLogMiddleware:
    """Log method, route, status, milliseconds and caller, and when it began: a line is written as a request ends.

    The route, not the path, which holds people's ids, and never the query: who knows what people put there.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        began, clock = datetime.now(UTC), time.perf_counter()
        response = self.get_response(request)
        milliseconds = round((time.perf_counter() - clock) * 1000, 2)
        match = request.resolver_match
        caller = caller_of(request)
        log.info(
            "request",
            extra={
                "method": request.method,
                "route": match.route if match else "",
                "status": response.status_code,
                "milliseconds": milliseconds,
                "caller": caller.name or caller.kind.value,
                "began": began.isoformat(),
            },
        )
        return response
