"""Ranges of media types."""

import pytest

from {{ cookiecutter.namespace }}.contracts.compatibility.media import covers


@pytest.mark.parametrize(
    ("wide", "narrow", "does"),
    [
        ("image/png", "image/png", True),
        ("image/*", "image/png", True),
        ("*/*", "image/*", True),
        ("image/png", "image/*", False),
        ("image/*", "text/plain", False),
    ],
)
def test_a_range_covers_what_is_in_it(wide: str, narrow: str, does: bool) -> None:
    assert covers(wide, narrow) is does
