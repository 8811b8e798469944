"""A service describes itself, correctly, and in a page that needs nobody else's server."""

from typing import Any
from urllib.parse import urlsplit

import schemathesis

from {{ cookiecutter.namespace }}.acceptance.addresses import Addresses
from {{ cookiecutter.namespace }}.acceptance.callers import Caller
from {{ cookiecutter.namespace }}.acceptance.operations import Operation
from {{ cookiecutter.namespace }}.acceptance.pages import loaded_by


def test_the_document_is_valid_openapi(document: dict[str, Any]) -> None:
    schemathesis.openapi.from_dict(document).validate()


def test_each_operation_says_what_it_does_under_a_name_of_its_own(
    document: dict[str, Any], operations: list[Operation]
) -> None:
    described = [document["paths"][operation.template][operation.method.lower()] for operation in operations]

    assert [each for each in described if not each.get("description")] == []
    assert len({each["operationId"] for each in described}) == len(described)


def test_a_write_says_who_may_do_it(operations: list[Operation]) -> None:
    # A device must be able to ask for its first token; every other write knows its writer.
    open_writes = [str(each) for each in operations if each.method != "GET" and not each.callers]

    assert set(open_writes) <= {"POST /api/vid/vids"}


def test_the_page_of_documentation_loads_nothing_from_another_host(
    stranger: Caller, addresses: Addresses, service_name: str
) -> None:
    base = addresses.services[service_name]

    page = stranger.get("/api/docs", base=base)
    loaded = loaded_by(page.text, f"{base}/api/docs")

    assert page.status_code == 200
    assert loaded, "a page that loads nothing shows nothing"
    assert {urlsplit(address).netloc for address in loaded} == {urlsplit(base).netloc}
    for address in loaded:
        assert stranger.http.get(address).status_code == 200, address
