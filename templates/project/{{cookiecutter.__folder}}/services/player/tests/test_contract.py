"""Both clients keep one contract."""

from typing import Any

import pytest

from {{ cookiecutter.namespace }}.contracts.player import HttpPlayer
from {{ cookiecutter.namespace }}.contracts.testing.player import PlayerContract
from {{ cookiecutter.namespace }}.service.player.local import Client


class TestLocalClient(PlayerContract):
    @pytest.fixture
    def client(self, db: None) -> Client:
        return Client()


class TestHttpClient(PlayerContract):
    @pytest.fixture
    def client(self, db: None, over_http: Any) -> HttpPlayer:
        return over_http(HttpPlayer, "player")
