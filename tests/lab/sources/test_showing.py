import pytest

import lab
from lab.sources import places


def test_a_real_function_is_shown_with_its_place():
    source = lab.show("kit.tokens", "key")

    assert source.code.startswith("def key(")
    assert source.where.startswith("reference_app/kit/clever/kit/tokens.py:")
    assert source.where in source.text()
    assert "lab-code" in source.html()


def test_settings_are_shown_without_configuring_django():
    assert "INSTALLED_APPS" in lab.show("monolith", "settings").code


def test_every_part_of_the_reference_app_has_a_name():
    assert {"vid", "player", "coupon", "notice", "link", "app", "archive"} <= places.parts().keys()
    assert {"kit", "contracts", "runner", "monolith", "lab"} <= places.parts().keys()


def test_a_function_of_the_notebook_is_shown_too():
    def mine() -> int:
        return 1

    assert lab.show(mine).code == "def mine() -> int:\n    return 1"


def test_what_has_no_source_is_said_to_have_none():
    with pytest.raises(lab.LabError, match="no source to show for len"):
        lab.show(len)
