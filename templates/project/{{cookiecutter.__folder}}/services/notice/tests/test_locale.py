from typing import Any

import pytest
from django.test import Client

from {{ cookiecutter.namespace }}.kit.testing.korean import SpeaksKorean


class TestKorean(SpeaksKorean):
    app = "notice"
    as_they_are = {"request digest"}


@pytest.mark.django_db
def test_a_korean_board_writes_times_as_koreans_do(client: Client, write: Any, at: Any) -> None:
    write(publish_from="2026-03-02T09:00:00+09:00")
    at("2026-03-02T12:00:00+09:00")

    assert "2026년 3월 2일 오전 9:00" in client.get("/board/", headers={"Accept-Language": "ko"}).content.decode()
