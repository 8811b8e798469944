"""Both clients keep one contract."""

from typing import Any

import pytest

from {{ cookiecutter.namespace }}.contracts.notice import HttpNotice
from {{ cookiecutter.namespace }}.contracts.testing.notice import NoticeContract
from {{ cookiecutter.namespace }}.service.notice.local import Client


class TestLocalClient(NoticeContract):
    @pytest.fixture
    def client(self, db: None) -> Client:
        return Client()


class TestHttpClient(NoticeContract):
    @pytest.fixture
    def client(self, db: None, over_http: Any) -> HttpNotice:
        return over_http(HttpNotice, "notice")
