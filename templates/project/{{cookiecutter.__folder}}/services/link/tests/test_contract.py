"""Both clients keep one contract."""

from typing import Any

import pytest

from {{ cookiecutter.namespace }}.contracts.link import HttpLink
from {{ cookiecutter.namespace }}.contracts.testing.link import LinkContract
from {{ cookiecutter.namespace }}.service.link.local import Client


class TestLocalClient(LinkContract):
    @pytest.fixture
    def client(self, db: None) -> Client:
        return Client()


class TestHttpClient(LinkContract):
    @pytest.fixture
    def client(self, db: None, over_http: Any) -> HttpLink:
        return over_http(HttpLink, "link")
