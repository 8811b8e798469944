"""Both clients keep one contract."""

from typing import Any

import pytest

from {{ cookiecutter.namespace }}.contracts.event import HttpEvent
from {{ cookiecutter.namespace }}.contracts.testing.event import EventContract
from {{ cookiecutter.namespace }}.service.event.local import Client


class TestLocalClient(EventContract):
    @pytest.fixture
    def client(self, db: None) -> Client:
        return Client()


class TestHttpClient(EventContract):
    @pytest.fixture
    def client(self, db: None, over_http: Any) -> HttpEvent:
        return over_http(HttpEvent, "event")
