"""The page that describes all services, and the document behind it."""

from concurrent.futures import ThreadPoolExecutor
from threading import Event
from typing import Any

import pytest
from django.test import Client

from {{ cookiecutter.namespace }}.service.backoffice import api
from {{ cookiecutter.namespace }}.service.backoffice.api import MergedAPI

DOCUMENT = {"paths": {"/api/vid/vids": {}}, "components": {"schemas": {"Vid": {}}}}


class Services:
    """What services answer, how often they were asked, and a clock that goes on when it is told to."""

    def __init__(self) -> None:
        self.answers: dict[str, Any] = {"vid": DOCUMENT, "player": {"paths": {"/api/player/players": {}}}}
        self.asked = 0
        self.now = 1_000.0

    def gather(self, services: Any) -> dict[str, Any]:
        self.asked += 1
        return dict(self.answers)


@pytest.fixture
def services(monkeypatch: pytest.MonkeyPatch) -> Services:
    made = Services()
    monkeypatch.setattr(api, "gather", made.gather)
    return made


@pytest.fixture
def merged(services: Services) -> MergedAPI:
    return MergedAPI(title="All", services={}, clock=lambda: services.now)


def test_it_has_every_services_paths(merged: MergedAPI) -> None:
    document = merged.get_openapi_schema(path_params={})

    assert list(document["paths"]) == ["/api/vid/vids", "/api/player/players"]
    assert document["components"]["schemas"] == {"Vid": {}}
    assert document["info"]["title"] == "All"
    assert document["info"]["description"] == "What these services do: vid, player."


def test_a_service_that_does_not_answer_is_named(merged: MergedAPI, services: Services) -> None:
    services.answers["player"] = None

    document = merged.get_openapi_schema(path_params={})

    assert list(document["paths"]) == ["/api/vid/vids"]
    assert "did not answer: player." in document["info"]["description"]


def test_it_is_asked_for_again_only_after_a_while(merged: MergedAPI, services: Services) -> None:
    merged.get_openapi_schema(path_params={})
    services.now += api.KEEP_WHOLE - 0.1
    merged.get_openapi_schema(path_params={})
    assert services.asked == 1

    services.now += 0.2
    merged.get_openapi_schema(path_params={})
    assert services.asked == 2


def test_one_with_a_gap_is_asked_for_again_soon(merged: MergedAPI, services: Services) -> None:
    services.answers["player"] = None
    merged.get_openapi_schema(path_params={})
    services.answers["player"] = {"paths": {"/api/player/players": {}}}
    services.now += api.KEEP_GAPS + 0.1

    assert "/api/player/players" in merged.get_openapi_schema(path_params={})["paths"]


def test_a_crowd_asks_once(merged: MergedAPI, services: Services) -> None:
    with ThreadPoolExecutor(8) as crowd:
        found = list(crowd.map(lambda _: merged.get_openapi_schema(path_params={})["paths"], range(32)))

    assert services.asked == 1
    assert all(list(paths) == ["/api/vid/vids", "/api/player/players"] for paths in found)


def test_while_one_asks_again_the_others_get_what_there_was(
    merged: MergedAPI, services: Services, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = merged.get_openapi_schema(path_params={})
    services.now += api.KEEP_WHOLE
    asking, go = Event(), Event()

    def hang(_: Any) -> dict[str, Any]:
        asking.set()
        assert go.wait(20)
        return {"vid": DOCUMENT}

    monkeypatch.setattr(api, "gather", hang)
    with ThreadPoolExecutor(1) as thread:
        first = thread.submit(merged.get_openapi_schema, path_params={})
        assert asking.wait(20)
        others = [merged.get_openapi_schema(path_params={}) for _ in range(3)]
        go.set()

    assert all(other is before for other in others)
    assert list(first.result()["paths"]) == ["/api/vid/vids"]


@pytest.mark.django_db
def test_the_document_and_its_page_are_served(client: Client) -> None:
    assert client.get("/api/openapi.json").json()["openapi"].startswith("3.")
    assert "/api/openapi.json" in client.get("/api/docs").content.decode()


@pytest.mark.parametrize("path", ["/api/no-such-service/", "/api/player/players", "/api/player"])
@pytest.mark.parametrize("method", ["get", "post", "put"])
def test_anything_else_below_api_is_a_problem(path: str, method: str) -> None:
    answer = getattr(Client(enforce_csrf_checks=True), method)(path)

    assert answer.status_code == 404
    assert answer.headers["Content-Type"] == "application/problem+json"
