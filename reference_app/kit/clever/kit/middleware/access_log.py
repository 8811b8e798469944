"""One structured line in the log for each request."""

import logging
import time
from collections.abc import Callable

from django.http import HttpRequest, HttpResponse

from clever.kit.callers import caller_of

log = logging.getLogger("access")


class AccessLogMiddleware:
    """Log method, route, status, milliseconds and caller. The route, not the path: paths hold people's ids."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        began = time.perf_counter()
        response = self.get_response(request)
        milliseconds = round((time.perf_counter() - began) * 1000, 2)
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
            },
        )
        return response
