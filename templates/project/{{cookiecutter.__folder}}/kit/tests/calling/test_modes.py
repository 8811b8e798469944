from typing import Any

import pytest

from {{ cookiecutter.namespace }}.kit.calling import is_careful


def test_a_project_that_says_nothing_is_careful(settings: Any) -> None:
    if hasattr(settings, "CALLING"):
        del settings.CALLING

    assert is_careful()


@pytest.mark.parametrize(("mode", "careful"), [("careful", True), ("naive", False)])
def test_a_project_is_as_careful_as_it_says(settings: Any, mode: str, careful: bool) -> None:
    settings.CALLING = mode

    assert is_careful() is careful
