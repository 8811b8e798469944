from typing import Any

import pytest
from django.http import HttpRequest, HttpResponse
from django.test import Client, RequestFactory

from {{ cookiecutter.namespace }}.kit.middleware.request_id import HEADER, RequestIdMiddleware, current


def test_a_callers_request_id_is_kept_and_answered(client: Client, addresses: Any) -> None:
    assert client.get("/healthz", headers={HEADER: "game-0000-0001"})[HEADER] == "game-0000-0001"


def test_a_request_without_an_id_is_given_one_of_its_own(client: Client, addresses: Any) -> None:
    first, second = client.get("/healthz")[HEADER], client.get("/healthz")[HEADER]

    assert len(first) == 32
    assert first != second


@pytest.mark.parametrize(
    "given", ["short", "x" * 65, "two words", "new\nline-injected", 'quote"quote', "가나다라마바사아", ""]
)
def test_what_a_log_would_mind_is_replaced(client: Client, addresses: Any, given: str) -> None:
    answered = client.get("/healthz", headers={HEADER: given})[HEADER]

    assert answered != given
    assert len(answered) == 32


def test_errors_carry_the_id_as_well(client: Client, addresses: Any) -> None:
    assert client.get("/api/kit/broken", headers={HEADER: "game-0000-0002"})[HEADER] == "game-0000-0002"
    assert client.get("/nowhere", headers={HEADER: "game-0000-0003"})[HEADER] == "game-0000-0003"


def test_the_id_is_known_while_the_request_lasts_and_forgotten_after_it(rf: RequestFactory) -> None:
    seen: list[str] = []

    def view(request: HttpRequest) -> HttpResponse:
        seen.append(current.get())
        return HttpResponse()

    RequestIdMiddleware(view)(rf.get("/", headers={HEADER: "game-0000-0004"}))

    assert seen == ["game-0000-0004"]
    assert current.get() == ""
