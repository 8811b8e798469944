"""What the tests of this publisher make for themselves, afresh each time."""

from collections.abc import Callable
from functools import partial

import pytest

from {{ cookiecutter.namespace }}.acceptance.callers import Service
from {{ cookiecutter.namespace }}.acceptance.codes import make_codes


@pytest.fixture
def new_codes(service: Service) -> Callable[..., list[str]]:
    """`new_codes(50)`: fresh single-use codes of a fresh campaign, each worth three gems."""
    return partial(make_codes, service)
