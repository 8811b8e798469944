"""Both clients keep one contract."""

from typing import Any

import pytest

from {{ cookiecutter.namespace }}.contracts.archive import HttpArchive
from {{ cookiecutter.namespace }}.contracts.testing.archive import ArchiveContract
from {{ cookiecutter.namespace }}.service.archive.local import Client


class TestLocalClient(ArchiveContract):
    @pytest.fixture
    def client(self, db: None) -> Client:
        return Client()


class TestHttpClient(ArchiveContract):
    @pytest.fixture
    def client(self, db: None, over_http: Any) -> HttpArchive:
        return over_http(HttpArchive, "archive")
