"""What services say of themselves, by their code."""

from collections.abc import Callable
from typing import Any

import pytest

from clever.contracts.compatibility import today
from clever.contracts.compatibility.errors import ContractsError
from clever.contracts.compatibility.places import Places

from .samovar import API, write_samovar


@pytest.fixture
def describe(places: Places, monkeypatch: pytest.MonkeyPatch) -> Callable[[str], dict[str, Any]]:
    """`describe(code)`: what is said of a service whose API is that code."""

    def described(code: str) -> dict[str, Any]:
        monkeypatch.setenv("PYTHONPATH", str(write_samovar(places.services, code)))
        return today.describe(places.services)

    return described


def test_a_service_is_described_and_the_problems_that_any_may_answer_with(
    describe: Callable[[str], dict[str, Any]],
) -> None:
    described = describe(f"print('Good morning')\n{API}")

    assert list(described) == ["samovar"]
    assert list(described["samovar"]["paths"]) == ["/api/samovar/cups"]
    assert described["samovar"]["components"]["schemas"]["Tea"]["required"] == ["minutes"]
    assert described["samovar"]["x-problems"]["urn:problem:key-reused"] == 422
    assert "urn:problem:unknown-code" not in described["samovar"]["x-problems"]  # it is coupon's


def test_a_module_that_has_no_router_is_no_service(describe: Callable[[str], dict[str, Any]]) -> None:
    assert describe("urls = []") == {}


def test_a_service_that_does_not_load_is_told_in_one_line(describe: Callable[[str], dict[str, Any]]) -> None:
    with pytest.raises(ContractsError, match=r"cannot be described \(ImportError: cannot import name 'Samovar'"):
        describe("from ninja import Samovar")
