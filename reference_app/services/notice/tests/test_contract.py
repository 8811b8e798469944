"""Both clients keep one contract."""

from typing import Any

import pytest

from clever.contracts.notice import HttpNotice
from clever.contracts.testing.notice import NoticeContract
from clever.service.notice.local import Client


class TestLocalClient(NoticeContract):
    @pytest.fixture
    def client(self, db: None) -> Client:
        return Client()


class TestHttpClient(NoticeContract):
    @pytest.fixture
    def client(self, db: None, over_http: Any) -> HttpNotice:
        return over_http(HttpNotice, "notice")
