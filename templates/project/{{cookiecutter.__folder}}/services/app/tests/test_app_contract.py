"""Both clients keep one contract."""

from typing import Any

import pytest

from {{ cookiecutter.namespace }}.contracts.app import HttpApp
from {{ cookiecutter.namespace }}.contracts.testing.app import AppContract
from {{ cookiecutter.namespace }}.service.app.local import Client


class TestLocalClient(AppContract):
    @pytest.fixture
    def client(self, db: None) -> Client:
        return Client()


class TestHttpClient(AppContract):
    @pytest.fixture
    def client(self, db: None, over_http: Any) -> HttpApp:
        return over_http(HttpApp, "app")
