"""A pytest plugin (`-p {{ cookiecutter.namespace }}.contracts.testing.plugin`): somebody else in a service's place."""

from collections.abc import Callable
from typing import Any

import pytest

from {{ cookiecutter.namespace }}.contracts.connect import overrides


@pytest.fixture
def stand_in(monkeypatch: pytest.MonkeyPatch) -> Callable[[type, Any], Any]:
    """`stand_in(Player, StandInPlayer())`: from now on `connect(Player, ...)` gives the stand-in."""

    def put(contract: type, client: Any) -> Any:
        monkeypatch.setitem(overrides, contract, client)
        return client

    return put
