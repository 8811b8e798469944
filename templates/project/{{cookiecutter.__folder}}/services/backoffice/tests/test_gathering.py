"""Services that answer, that do not, and that answer with something else."""

from collections.abc import Callable
from threading import Barrier

import httpx2
import pytest

from {{ cookiecutter.namespace }}.kit.middleware import request_id
from {{ cookiecutter.namespace }}.service.backoffice.gathering import gather

DOCUMENT = {"paths": {}, "components": {}}


def services(answer: Callable[[httpx2.Request], httpx2.Response]) -> httpx2.MockTransport:
    return httpx2.MockTransport(answer)


def test_each_is_asked_at_its_own_host_for_its_document() -> None:
    asked = []

    def answer(request: httpx2.Request) -> httpx2.Response:
        asked.append(str(request.url))
        return httpx2.Response(200, json={"paths": {request.url.host: {}}})

    found = gather({"vid": "http://a:1/api/vid", "player": "https://b/api/player/"}, services(answer))

    assert sorted(asked) == ["http://a:1/api/openapi.json", "https://b/api/openapi.json"]
    assert found == {"vid": {"paths": {"a": {}}}, "player": {"paths": {"b": {}}}}


def test_they_are_asked_all_at_once() -> None:
    everyone = Barrier(3, timeout=10)  # broken, if one were asked after the other

    def answer(request: httpx2.Request) -> httpx2.Response:
        everyone.wait()
        return httpx2.Response(200, json=DOCUMENT)

    found = gather({"a": "http://a", "b": "http://b", "c": "http://c"}, services(answer))

    assert found == {"a": DOCUMENT, "b": DOCUMENT, "c": DOCUMENT}


@pytest.mark.parametrize(
    "broken",
    [
        httpx2.Response(503),
        httpx2.Response(302, headers={"Location": "http://elsewhere/"}),
        httpx2.Response(200, text="<html>"),
        httpx2.Response(200, json=["a", "list"]),
        httpx2.Response(200, json={"paths": None}),
        httpx2.ConnectError("refused"),
        httpx2.ReadTimeout("slow"),
    ],
    ids=str,
)
def test_one_that_gives_no_document_is_none_and_the_others_are_there(broken: httpx2.Response | Exception) -> None:
    def answer(request: httpx2.Request) -> httpx2.Response:
        if request.url.host == "well":
            return httpx2.Response(200, json=DOCUMENT)
        if isinstance(broken, Exception):
            raise broken
        return broken

    assert gather({"a": "http://ill", "b": "http://well"}, services(answer)) == {"a": None, "b": DOCUMENT}


def test_an_address_that_is_none_is_a_service_that_does_not_answer() -> None:
    assert gather({"a": "http://[", "b": "local:"}) == {"a": None, "b": None}


def test_the_requests_id_is_passed_on_and_no_credentials_are() -> None:
    seen = {}

    def answer(request: httpx2.Request) -> httpx2.Response:
        seen.update(request.headers)
        return httpx2.Response(200, json=DOCUMENT)

    token = request_id.current.set("backoffice-0001")
    try:
        gather({"a": "http://a"}, services(answer))
    finally:
        request_id.current.reset(token)

    assert seen["x-request-id"] == "backoffice-0001"
    assert "authorization" not in seen


def test_nobody_to_ask_is_nobody_asked() -> None:
    assert gather({}) == {}
