from collections.abc import Callable
from datetime import datetime
from typing import Any

import pytest

from {{ cookiecutter.namespace }}.service.link.models import Link


@pytest.fixture
def link(db: None) -> Link:
    """A link that leads on."""
    return Link.objects.create(slug="summer", target="https://example.com/summer")


@pytest.fixture
def at(monkeypatch: pytest.MonkeyPatch) -> Callable[[datetime], None]:
    """`at(moment)`: from now on it is `moment`."""

    def put(moment: datetime) -> Any:
        monkeypatch.setattr("django.utils.timezone.now", lambda: moment)

    return put
