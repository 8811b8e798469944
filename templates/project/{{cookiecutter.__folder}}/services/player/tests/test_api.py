from typing import Any
from uuid import UUID, uuid4

import pytest
from django.test import Client

from {{ cookiecutter.namespace }}.contracts.testing.vid import StandInVid
from {{ cookiecutter.namespace }}.service.player.models import Player

pytestmark = pytest.mark.django_db


def test_a_device_makes_a_player_and_finds_it_in_its_list(client: Client, vids: StandInVid, bearer: Any) -> None:
    headers = bearer(vids.add())

    made = client.post("/api/player/players", {"nickname": "Fox"}, content_type="application/json", headers=headers)

    assert made.status_code == 201
    assert client.get("/api/player/players", headers=headers).json() == {"items": [made.json()], "next": None}


def test_a_device_does_not_see_another_devices_player(client: Client, player_id: UUID, bearer: Any) -> None:
    assert client.get(f"/api/player/players/{player_id}", headers=bearer(uuid4())).status_code == 403
    assert client.get(f"/api/player/players/{player_id}/inventory", headers=bearer(uuid4())).status_code == 403


def test_a_device_may_not_give_itself_items(client: Client, player_id: UUID, bearer: Any) -> None:
    vid_id = Player.objects.get(pk=player_id).vid_id
    address = f"/api/player/players/{player_id}/grants/{uuid4()}"

    answer = client.put(address, {"items": []}, content_type="application/json", headers=bearer(vid_id))

    assert answer.status_code == 403


def test_a_list_is_read_page_by_page_without_gap_or_double(client: Client, vids: StandInVid, bearer: Any) -> None:
    vid_id = vids.add()
    made = {str(Player.objects.create(vid_id=vid_id, nickname=f"Otter {number}").id) for number in range(7)}
    seen: list[str] = []
    after = ""

    while True:
        page = client.get(f"/api/player/players?limit=3{after}", headers=bearer(vid_id)).json()
        seen += [player["id"] for player in page["items"]]
        if page["next"] is None:
            break
        after = f"&after={page['next']}"

    assert len(seen) == 7
    assert set(seen) == made


def test_a_nickname_with_a_nul_byte_is_refused_by_name(client: Client, vids: StandInVid, bearer: Any) -> None:
    answer = client.post(
        "/api/player/players", {"nickname": "a\0b"}, content_type="application/json", headers=bearer(vids.add())
    )

    assert answer.status_code == 422
    assert answer.json()["errors"][0]["field"] == "nickname"
