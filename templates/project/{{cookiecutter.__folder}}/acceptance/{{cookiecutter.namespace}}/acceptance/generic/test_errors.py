"""Every refusal below /api/ is a problem, whoever in the chain it comes from."""

import pytest

from {{ cookiecutter.namespace }}.acceptance.addresses import Addresses
from {{ cookiecutter.namespace }}.acceptance.callers import Caller
from {{ cookiecutter.namespace }}.acceptance.operations import Operation
from {{ cookiecutter.namespace }}.acceptance.problems import assert_problem

METHODS = {"GET", "POST", "PUT", "PATCH", "DELETE"}


@pytest.mark.parametrize("rest", ["no-such-thing", "no-such-thing/", "", "%00", "%ff%fe", "..%2f..%2fetc", "x" * 2_000])
def test_an_address_that_does_not_exist_is_a_problem(stranger: Caller, service_name: str, rest: str) -> None:
    assert_problem(stranger.get(f"/api/{service_name}/{rest}"), 404)


def test_a_method_that_is_not_taken_is_told_the_ones_that_are(
    callers: dict[str, Caller], operations: list[Operation]
) -> None:
    taken: dict[str, set[str]] = {}
    for operation in operations:
        taken.setdefault(operation.template, set()).add(operation.method)

    for operation in operations:
        for method in METHODS - taken[operation.template]:
            answer = callers["stranger"].request(method, operation.path())

            assert_problem(answer, 405)
            assert set(answer.headers["Allow"].split(", ")) == taken[operation.template], f"{method} {operation}"


def test_a_host_that_is_not_ours_is_refused(stranger: Caller, addresses: Addresses, service_name: str) -> None:
    answer = stranger.get(
        "/api/no-such-service/", base=addresses.services[service_name], headers={"Host": "evil.example"}
    )

    assert_problem(answer, 400)
