"""What leads nowhere is 404 to whoever may ask, and has a view before which permittee can look."""

import pytest
from django.test import Client
from django.urls import include, path, resolve

from clever.kit.nowhere import nothing_here

urlpatterns = [path("", include("clever.kit.nowhere"))]


@pytest.mark.urls(__name__)
@pytest.mark.parametrize("address", ["/api/x", "/api/x/", "/api/player/players/7"])
@pytest.mark.parametrize("method", ["get", "post", "put", "delete"])
def test_an_address_that_leads_nowhere_is_a_problem_by_every_method(method: str, address: str) -> None:
    answer = getattr(Client(enforce_csrf_checks=True), method)(address)

    assert (answer.status_code, answer["Content-Type"]) == (404, "application/problem+json")


@pytest.mark.urls(__name__)
def test_there_is_a_view_for_it_and_only_below_api() -> None:
    assert resolve("/api/x").func is nothing_here
    assert Client().get("/x").status_code == 404
    assert Client().get("/x")["Content-Type"].startswith("text/html")
