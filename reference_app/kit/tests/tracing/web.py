"""What the tests serve: a front that asks a back, as one service asks another, and requests that end in other ways."""

import logging
import os

import httpx2
from django.db import connection
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.urls import include, path

from clever.kit import spans

log = logging.getLogger(__name__)


def ask(request: HttpRequest) -> HttpResponse:
    with spans.calling("GET", "back") as call:
        answer = httpx2.get(f"{os.environ['BACK_URL']}/things/7", headers=dict(call.headers), trust_env=False)
        call.answered(answer.status_code)
    return JsonResponse({"heard": answer.json()})


def thing(request: HttpRequest, thing_id: int) -> HttpResponse:
    with connection.cursor() as cursor:
        cursor.execute("SELECT %s", ["secret-parameter"])
    log.warning("looked for a thing")
    return JsonResponse({"process": os.getpid()})


def broken(request: HttpRequest) -> HttpResponse:
    raise ZeroDivisionError("secret-reason")


def refused(request: HttpRequest) -> HttpResponse:
    return HttpResponse(status=404)


def away(request: HttpRequest) -> HttpResponse:
    return HttpResponse(status=503)


urlpatterns = [
    path("", include("clever.kit.health")),
    path("ask", ask),
    path("things/<int:thing_id>", thing),
    path("broken", broken),
    path("refused", refused),
    path("away", away),
]
