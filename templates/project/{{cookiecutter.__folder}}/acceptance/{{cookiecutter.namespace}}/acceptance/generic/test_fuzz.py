"""Cases drawn from each service's own OpenAPI document, valid and broken ones, sent by callers of every kind."""

from typing import Any

import pytest
import schemathesis
from schemathesis.core.result import Ok

from {{ cookiecutter.namespace }}.acceptance.addresses import Addresses
from {{ cookiecutter.namespace }}.acceptance.callers import Caller
from {{ cookiecutter.namespace }}.acceptance.fuzzing import Fuzzer
from {{ cookiecutter.namespace }}.acceptance.plugin import cases_of


def test_no_case_breaks_a_service(
    pytestconfig: pytest.Config,
    document: dict[str, Any],
    addresses: Addresses,
    callers: dict[str, Caller],
    service_name: str,
    record_property: Any,
) -> None:
    cases, first_seed = cases_of(pytestconfig), pytestconfig.getoption("--fuzz-seed")
    schema = schemathesis.openapi.from_dict(document).include(path_regex=f"^/api/{service_name}/")
    fuzzer = Fuzzer(addresses.services[service_name], callers)

    found = [result.ok() for result in schema.get_all_operations() if isinstance(result, Ok)]
    fuzzer.run(found, cases=cases, first_seed=first_seed)

    sent, statuses = fuzzer.sent, dict(sorted(fuzzer.statuses.items()))
    record_property("cases", sent.total())
    print(f"\n{service_name}: seed {first_seed}, {sent.total()} cases from {dict(sent)}, answers {statuses}")  # noqa: T201
    assert sent.total() >= cases
    assert set(sent) == set(callers)
