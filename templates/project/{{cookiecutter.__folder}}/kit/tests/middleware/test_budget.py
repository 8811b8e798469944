from typing import Any

import pytest
from django.http import HttpRequest, HttpResponse
from django.test import RequestFactory

from {{ cookiecutter.namespace }}.kit.calling import left
from {{ cookiecutter.namespace }}.kit.middleware.budget import BudgetMiddleware


@pytest.fixture
def seen(rf: RequestFactory, settings: Any) -> Any:
    """`seen()`: what is left of a request's time, for the view that answers it."""
    settings.BUDGET_SECONDS = 2.0
    found: list[float | None] = []

    def view(request: HttpRequest) -> HttpResponse:
        found.append(left())
        return HttpResponse("answered")

    def ask() -> float | None:
        assert BudgetMiddleware(view)(rf.get("/")).content == b"answered"
        return found.pop()

    return ask


def test_a_request_has_as_much_time_as_the_settings_say(seen: Any) -> None:
    assert 1.0 < seen() <= 2.0


def test_the_next_request_has_all_of_it_again(seen: Any) -> None:
    seen()

    assert left() is None
    assert 1.0 < seen() <= 2.0


def test_a_naive_project_gives_a_request_as_long_as_it_likes(seen: Any, settings: Any) -> None:
    settings.CALLING = "naive"

    assert seen() is None


def test_a_request_that_fails_leaves_no_budget_behind(rf: RequestFactory, settings: Any) -> None:
    settings.BUDGET_SECONDS = 2.0

    def view(request: HttpRequest) -> HttpResponse:
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        BudgetMiddleware(view)(rf.get("/"))

    assert left() is None
