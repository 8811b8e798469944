"""What the tests serve: requests that end well, or as may be expected, or as nobody has expected."""

import logging
from typing import Any
from uuid import UUID

from django.core.exceptions import SuspiciousOperation
from django.db import OperationalError
from django.http import HttpRequest, HttpResponse
from django.urls import include, path
from ninja import Router

from clever.kit.api import make_api
from clever.kit.problems import CalleeAway, Conflict, NotFound

log = logging.getLogger(__name__)
router = Router()

EXPECTED: dict[str, Exception] = {
    "not-found": NotFound("there is no such thing"),
    "conflict": Conflict("taken"),
    "callee-away": CalleeAway("player cannot be reached"),
    "database-away": OperationalError("the connection is closed"),
}


@router.get("/expected/{name}")
def expected(request: HttpRequest, name: str) -> Any:
    raise EXPECTED[name]


@router.post("/broken/{thing_id}")
def broken(request: HttpRequest, thing_id: UUID) -> Any:
    log.warning("it will not go well", extra={"path": request.path})
    held = request.headers["Cookie"]  # as a frame of the traceback holds it
    raise ZeroDivisionError(f"nobody has expected this, of {len(held)} letters")


def page(request: HttpRequest) -> HttpResponse:
    raise ZeroDivisionError("nobody has expected this of a page")


def suspicious(request: HttpRequest) -> HttpResponse:
    raise SuspiciousOperation("a stranger's trick")


def page_expected(request: HttpRequest, name: str) -> HttpResponse:
    raise EXPECTED[name]


def grumbling(request: HttpRequest) -> HttpResponse:
    log.error("an error that is no exception")
    return HttpResponse("well")


api = make_api(title="Under test")
api.add_router("/kit", router)
urlpatterns = [
    path("", include("clever.kit.health")),
    path("api/", api.urls),
    path("page", page),
    path("page/suspicious", suspicious),
    path("page/expected/<name>", page_expected),
    path("page/grumbling", grumbling),
]
