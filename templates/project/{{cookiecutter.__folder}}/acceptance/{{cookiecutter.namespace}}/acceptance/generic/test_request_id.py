"""A request has one id, which the answer carries and the logs hold."""

import pytest

from {{ cookiecutter.namespace }}.acceptance.addresses import Addresses
from {{ cookiecutter.namespace }}.acceptance.callers import Caller

HEADER = "X-Request-Id"
PATHS = ["/healthz", "/api/openapi.json", "/api/no-such-service/", "/no-such-page/"]


@pytest.mark.parametrize("path", PATHS)
def test_the_callers_id_is_answered(stranger: Caller, addresses: Addresses, service_name: str, path: str) -> None:
    answer = stranger.get(path, base=addresses.services[service_name], headers={HEADER: "acceptance-0001"})

    assert answer.headers[HEADER] == "acceptance-0001"


def test_each_request_without_one_gets_one_of_its_own(
    stranger: Caller, addresses: Addresses, service_name: str
) -> None:
    base = addresses.services[service_name]

    ids = {stranger.get("/healthz", base=base).headers[HEADER] for _ in range(5)}

    assert len(ids) == 5


@pytest.mark.parametrize("given", ["short", "x" * 65, "two words", '{"inject": "me"}'])
def test_an_id_that_a_log_would_mind_is_replaced(
    stranger: Caller, addresses: Addresses, service_name: str, given: str
) -> None:
    answer = stranger.get("/healthz", base=addresses.services[service_name], headers={HEADER: given})

    assert answer.status_code == 200
    assert answer.headers[HEADER] != given


def test_a_refused_caller_is_told_the_id_too(stranger: Caller, service_name: str) -> None:
    headers = {HEADER: "acceptance-0002", "Authorization": "Basic x"}

    answer = stranger.get(f"/api/{service_name}/no-such-thing", headers=headers)

    assert answer.status_code == 401
    assert answer.headers[HEADER] == "acceptance-0002"
