"""A service says whether it is alive and whether it can do its work."""

from {{ cookiecutter.namespace }}.acceptance.addresses import Addresses
from {{ cookiecutter.namespace }}.acceptance.callers import Caller


def test_a_service_is_alive(stranger: Caller, addresses: Addresses, service_name: str) -> None:
    answer = stranger.get("/healthz", base=addresses.services[service_name])

    assert answer.status_code == 200
    assert answer.json() == {"status": "ok"}


def test_a_service_is_ready_and_says_what_it_looked_at(
    stranger: Caller, addresses: Addresses, service_name: str
) -> None:
    answer = stranger.get("/readyz", base=addresses.services[service_name])

    assert answer.status_code == 200, answer.text
    assert answer.json()["status"] == "ready"
    assert set(answer.json()["checks"].values()) == {"ok"}
    assert "default" in answer.json()["checks"]
