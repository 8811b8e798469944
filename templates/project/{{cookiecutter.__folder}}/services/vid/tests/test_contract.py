"""Both clients keep one contract."""

from typing import Any

import pytest

from {{ cookiecutter.namespace }}.contracts.testing.vid import VidContract
from {{ cookiecutter.namespace }}.contracts.vid import HttpVid
from {{ cookiecutter.namespace }}.service.vid.local import Client


class TestLocalClient(VidContract):
    @pytest.fixture
    def client(self, db: None) -> Client:
        return Client()


class TestHttpClient(VidContract):
    @pytest.fixture
    def client(self, db: None, over_http: Any) -> HttpVid:
        return over_http(HttpVid, "vid")
