from typing import Any

from django.contrib.auth.models import User
from django.test import Client

from clever.kit.outbox.keeping import settle
from clever.kit.problems import CalleeAway
from clever.kit.testing.korean import SpeaksKorean

PROMISES = "/admin/outbox/promise/"


class TestKorean(SpeaksKorean):
    app = "outbox"


def test_the_back_office_speaks_korean_of_what_is_owed(client: Client, promised: Any) -> None:
    made = promised()
    settle(made, CalleeAway("away"))
    client.force_login(User.objects.create_superuser("root"))
    chosen = {"action": "keep_now", "_selected_action": [made.pk]}

    korean = {"Accept-Language": "ko"}
    seen = client.get(PROMISES, headers=korean).content.decode()
    seen += client.get(f"{PROMISES}{made.pk}/change/", headers=korean).content.decode()
    seen += client.get("/admin/", headers=korean).content.decode()
    seen += client.post(PROMISES, chosen, headers=korean, follow=True).content.decode()

    for said in ("나중에 할 일", "약속", "대기 중", "예정 일시", "시도 횟수", "마지막 시도의 결과", "내용"):
        assert said in seen
    assert "선택한 약속을 지금 지키기" in seen
    assert "작업 프로세스에 약속 1건을 알렸습니다." in seen
