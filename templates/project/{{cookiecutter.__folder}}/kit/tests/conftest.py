"""An API of a few operations, each there to show one thing that kit does for all services."""

from collections.abc import Callable
from typing import Annotated, Any
from uuid import UUID

import pytest
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.urls import include, path
from ninja import Router
from ninja.errors import HttpError
from pydantic import BaseModel, Field

from {{ cookiecutter.namespace }}.kit import callers, problems
from {{ cookiecutter.namespace }}.kit.api import make_api
from {{ cookiecutter.namespace }}.kit.paging import LARGEST, Limit

router = Router()


class Thing(BaseModel):
    name: Annotated[str, Field(max_length=10)]
    parts: list[Annotated[int, Field(ge=0)]] = []


@router.post("/things")
def make_thing(request: HttpRequest, thing: Thing) -> Any:
    return thing.model_dump()


@router.get("/things/{thing_id}")
def get_thing(request: HttpRequest, thing_id: UUID, limit: Limit = LARGEST) -> Any:
    raise problems.NotFound(f"there is no thing {thing_id}", tried=3)


@router.get("/echo/{text}")
def echo(request: HttpRequest, text: str, more: Annotated[str, Field(examples=["and more"])] = "") -> Any:
    raise problems.Conflict(f"{text}{more}")


@router.get("/for-services", auth=callers.service)
def for_services(request: HttpRequest) -> Any:
    return {"name": callers.caller_of(request).name}


@router.get("/for-devices", auth=callers.device)
def for_devices(request: HttpRequest) -> Any:
    return {"vid_id": callers.caller_of(request).must_be_device()}


@router.get("/for-both", auth=callers.device_or_service)
def for_both(request: HttpRequest) -> Any:
    return {"kind": callers.caller_of(request).kind.value}


@router.get("/broken")
def broken(request: HttpRequest) -> Any:
    raise ZeroDivisionError("the secret recipe")


@router.get("/teapot")
def teapot(request: HttpRequest) -> Any:
    raise HttpError(418, "short and stout")


def page(request: HttpRequest) -> HttpResponse:
    return HttpResponse(f"body of {len(request.body)}")


def forbidden(request: HttpRequest) -> HttpResponse:
    raise PermissionDenied


api = make_api(title="Under test")
api.add_router("/kit", router)


class Addresses:
    """What ROOT_URLCONF may be beside a module's name: something that has `urlpatterns`."""

    urlpatterns = [
        path("", include("{{ cookiecutter.namespace }}.kit.health")),
        path("api/forbidden", forbidden),
        path("api/", api.urls),
        path("page", page),
        path("page/forbidden", forbidden),
    ]


@pytest.fixture
def addresses(settings: Any) -> type[Addresses]:
    settings.ROOT_URLCONF = Addresses
    return Addresses


@pytest.fixture
def configured(monkeypatch: pytest.MonkeyPatch) -> Callable[..., None]:
    """`configured(NAME="value")` sets the environment, `configured(NAME=None)` clears it."""

    def put(**variables: str | None) -> None:
        for name, value in variables.items():
            if value is None:
                monkeypatch.delenv(name, raising=False)
            else:
                monkeypatch.setenv(name, value)

    return put
