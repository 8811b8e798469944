from typing import Any

import pytest
from django.http import HttpResponse
from django.test import Client, RequestFactory

from {{ cookiecutter.namespace }}.kit.middleware.problems import ProblemMiddleware

pytestmark = pytest.mark.usefixtures("addresses")


@pytest.mark.parametrize(
    ("path", "status"), [("/api/nothing", 404), ("/api/kit/things/", 404), ("/api/forbidden", 403)]
)
def test_an_error_below_api_is_a_problem(client: Client, path: str, status: int) -> None:
    answer = client.get(path)

    assert (answer.status_code, answer["Content-Type"]) == (status, "application/problem+json")
    assert answer.json()["status"] == status


def test_a_wrong_method_is_told_the_right_ones(client: Client) -> None:
    answer = client.delete("/api/kit/things")

    assert (answer.status_code, answer["Content-Type"]) == (405, "application/problem+json")
    assert answer["Allow"] == "POST"


def test_a_host_that_is_not_ours_is_a_bad_request(client: Client, settings: Any) -> None:
    settings.ALLOWED_HOSTS = ["{{ cookiecutter.namespace }}.example"]

    answer = client.get("/api/nothing/", headers={"Host": "evil.example"})

    assert answer.status_code == 400
    assert answer["Content-Type"] == "application/problem+json"


def test_an_error_elsewhere_is_left_as_it_is(client: Client) -> None:
    answer = client.get("/page/forbidden")

    assert answer.status_code == 403
    assert answer["Content-Type"].startswith("text/html")


def test_an_answer_that_is_no_error_is_left_as_it_is(client: Client) -> None:
    assert client.get("/api/openapi.json")["Content-Type"] == "application/json"


@pytest.mark.parametrize("status", [401, 415, 422, 503])
def test_an_error_keeps_its_status(rf: RequestFactory, status: int) -> None:
    middleware = ProblemMiddleware(lambda request: HttpResponse("<h1>Sorry</h1>", status=status))

    answer = middleware(rf.get("/api/kit/things"))

    assert (answer.status_code, answer["Content-Type"]) == (status, "application/problem+json")


def test_a_status_that_has_no_problem_is_left_as_it_is(rf: RequestFactory) -> None:
    middleware = ProblemMiddleware(lambda request: HttpResponse("short and stout", status=418))

    assert middleware(rf.get("/api/kit/things")).content == b"short and stout"
