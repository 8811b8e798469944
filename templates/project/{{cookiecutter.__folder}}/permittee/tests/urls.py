"""A few addresses: one with an id in it, one in which one view serves two methods, and one for probes."""

from typing import Any

from django.http import HttpRequest, JsonResponse
from django.urls import path


def tell(request: HttpRequest, **ids: Any) -> JsonResponse:
    """Who the middleware says is calling, and what it may do where the middleware says that too."""
    permitted = getattr(request, "permittee_may", None)
    others = {} if permitted is None else {"may": permitted(), "may_list": permitted("GET /things")}
    return JsonResponse({"permittee": request.permittee, **others})  # type: ignore[attr-defined]


urlpatterns = [
    path("things", tell),
    path("things/<int:thing_id>", tell),
    path("healthz", tell),
]
