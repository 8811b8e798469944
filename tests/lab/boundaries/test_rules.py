"""One import more, and what the project's own rules say to it."""

import pytest

import lab
from lab.boundaries import boundaries
from lab.where import REFERENCE_APP, ROOT


def test_every_rule_of_the_project_is_asked_and_kept():
    found = boundaries()

    names = (ROOT / "pyproject.toml").read_text(encoding="utf-8").count("[[tool.importlinter.contracts]]")
    assert len(found.rules) == names
    assert found.broken == []


def test_a_service_that_imports_another_is_caught_with_the_line_that_does_it():
    found = boundaries(service="coupon", adding="from clever.service.player.models import Inventory")

    [rule] = found.broken
    assert rule.startswith("No service imports another")
    [culprit] = found.culprits
    assert culprit.startswith("clever.service.coupon.actions -> clever.service.player.models")
    assert "BROKEN" in found.text()


def test_a_service_that_imports_a_contract_is_not():
    assert boundaries(service="coupon", adding="from clever.contracts.player import Inventory").broken == []


def test_the_service_itself_is_left_as_it_was():
    actions = REFERENCE_APP / "services/coupon/clever/service/coupon/actions.py"
    before = actions.read_bytes()

    boundaries(service="coupon", adding="import clever.service.player.models")

    assert actions.read_bytes() == before


def test_a_service_that_is_not_there_is_named_among_those_that_are():
    with pytest.raises(lab.LabError, match=r"no service 'coupons'.*coupon, event, link"):
        boundaries(service="coupons", adding="import json")


def test_a_line_that_is_no_python_is_refused():
    with pytest.raises(lab.LabError, match="no Python"):
        boundaries(service="coupon", adding="from player import")
