"""permittee says a name; here it becomes the caller that operations ask for."""

from typing import Any
from uuid import uuid4

import pytest
from django.core.exceptions import ImproperlyConfigured
from django.http import HttpRequest, HttpResponse
from django.test import Client, RequestFactory

from {{ cookiecutter.namespace }}.kit.callers import NOBODY, Caller, Kind, caller_of
from {{ cookiecutter.namespace }}.kit.middleware.permitted import PermittedMiddleware

DEVICE = Caller(Kind.DEVICE, vid_id=uuid4())


class Named:
    """permittee's middleware, as far as PermittedMiddleware is concerned: it names everyone coupon."""

    def __init__(self, get_response: Any) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_view(self, request: HttpRequest, *view: Any) -> None:
        request.permittee = "coupon"  # type: ignore[attr-defined]


def look(request: HttpRequest) -> Caller:
    PermittedMiddleware(lambda request: HttpResponse()).process_view(request, None, (), {})
    return caller_of(request)


@pytest.mark.parametrize(
    ("named", "found", "seen"),
    [
        ("coupon", NOBODY, Caller(Kind.SERVICE, name="coupon")),
        ("", NOBODY, NOBODY),
        ("", DEVICE, DEVICE),
    ],
)
def test_a_name_is_a_service_and_no_name_changes_nothing(
    rf: RequestFactory, named: str, found: Caller, seen: Caller
) -> None:
    request = rf.get("/")
    request.permittee, request.caller = named, found  # type: ignore[attr-defined]

    assert look(request) == seen


def test_where_nobody_was_asked_it_says_so_and_lets_nobody_in(rf: RequestFactory) -> None:
    with pytest.raises(ImproperlyConfigured, match="permittee"):
        look(rf.get("/"))


def test_an_operation_for_services_is_open_to_whom_permittee_has_named(
    client: Client, addresses: Any, settings: Any
) -> None:
    kit = "{{ cookiecutter.namespace }}.kit.middleware"
    named = f"{__name__}.Named"
    settings.MIDDLEWARE = [f"{kit}.devices.DeviceMiddleware", named, f"{kit}.permitted.PermittedMiddleware"]

    assert client.get("/api/kit/for-services").json() == {"name": "coupon"}
    assert client.get("/api/kit/for-devices").status_code == 403
