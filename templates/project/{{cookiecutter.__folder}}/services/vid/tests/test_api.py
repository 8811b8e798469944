from typing import Any
from uuid import UUID

import pytest
from django.test import Client

pytestmark = pytest.mark.django_db


def test_anyone_may_ask_for_a_vid(client: Client) -> None:
    answer = client.post("/api/vid/vids", {"platform": "ios"}, content_type="application/json")

    assert answer.status_code == 201
    assert set(answer.json()) == {"vid_id", "token", "expires_at"}


def test_a_platform_that_we_do_not_know_is_refused_by_name(client: Client) -> None:
    answer = client.post("/api/vid/vids", {"platform": "toaster"}, content_type="application/json")

    assert answer.status_code == 422
    assert answer["Content-Type"] == "application/problem+json"
    assert answer.json()["errors"][0]["field"] == "platform"


def test_a_device_renews_its_own_token(client: Client, vid_id: UUID, bearer: Any) -> None:
    answer = client.post("/api/vid/tokens", headers=bearer(vid_id))

    assert answer.status_code == 200
    assert answer.json()["vid_id"] == str(vid_id)


def test_a_stranger_may_not_look_a_vid_up(client: Client, vid_id: UUID) -> None:
    answer = client.get(f"/api/vid/vids/{vid_id}")

    assert answer.status_code == 401
    assert "WWW-Authenticate" in answer


def test_a_device_may_not_look_a_vid_up(client: Client, vid_id: UUID, bearer: Any) -> None:
    assert client.get(f"/api/vid/vids/{vid_id}", headers=bearer(vid_id)).status_code == 403


def test_a_service_may_look_a_vid_up(client: Client, vid_id: UUID, basic: Any) -> None:
    assert client.get(f"/api/vid/vids/{vid_id}", headers=basic).json()["platform"] == "ios"


@pytest.mark.parametrize("body", [b"{", b"\xff\xfe", b"[" * 100_000, b"NaN"])
def test_a_body_that_is_not_json_is_a_bad_request(client: Client, body: bytes) -> None:
    answer = client.post("/api/vid/vids", body, content_type="application/json")

    assert answer.status_code == 400
    assert answer["Content-Type"] == "application/problem+json"
