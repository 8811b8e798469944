"""A contract of a few calls, and a callee that answers what a test tells it to."""

from collections.abc import Callable
from typing import Any, Protocol

import httpx2
import pytest
import stamina
from pydantic import BaseModel

from {{ cookiecutter.namespace }}.contracts.http import HttpClient
from {{ cookiecutter.namespace }}.kit.problems import MEDIA_TYPE, NotFound


class Broom(BaseModel):
    """Something to sweep with."""

    name: str
    bristles: int = 100


class UnknownBroom(NotFound):
    """There is no such broom."""

    title = "There is no such broom"


class Broomer(Protocol):
    """The brooms, wherever they stand."""


class HttpBroomer(HttpClient, contract=Broomer):
    """The brooms over HTTP: one call of each kind."""

    def get_broom(self, name: str, **query: Any) -> Broom:
        return self._get(f"/brooms/{name}", Broom, **query)

    def put_broom(self, broom: Broom) -> Broom:
        return self._put(f"/brooms/{broom.name}", Broom, broom)

    def add_broom(self, broom: Broom, key: Any = None) -> Broom:
        return self._post("/brooms", Broom, broom, key=key)

    def change_broom(self, broom: Broom) -> Broom:
        return self._patch(f"/brooms/{broom.name}", Broom, broom)


class Callee:
    """Plays a service: answers each request with the next of `answers`, and keeps what it was asked."""

    def __init__(self) -> None:
        self.answers: list[httpx2.Response | Exception] = []
        self.asked: list[httpx2.Request] = []

    def __call__(self, request: httpx2.Request) -> httpx2.Response:
        self.asked.append(request)
        answer = self.answers.pop(0)
        if isinstance(answer, Exception):
            raise answer
        return answer


@pytest.fixture
def broom() -> Broom:
    return Broom(name="old", bristles=7)


@pytest.fixture
def callee() -> Callee:
    return Callee()


@pytest.fixture
def client(callee: Callee) -> HttpBroomer:
    return HttpBroomer("http://brooms.example/api/broomer/", transport=httpx2.MockTransport(callee))


@pytest.fixture
def problem() -> Callable[..., httpx2.Response]:
    """`problem(404, type="urn:problem:unknown-broom", detail="...")`: an error as a service answers it."""

    def response(status: int, **members: Any) -> httpx2.Response:
        return httpx2.Response(status, json={"status": status, **members}, headers={"Content-Type": MEDIA_TYPE})

    return response


@pytest.fixture(autouse=True)
def _no_waiting() -> Any:
    """Repeat as often as ever, only without the pauses."""
    with stamina.set_testing(True, attempts=3, cap=True):
        yield
