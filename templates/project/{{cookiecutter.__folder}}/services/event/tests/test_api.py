from collections.abc import Callable
from typing import Any
from uuid import UUID, uuid4

import pytest
from django.test import Client

from {{ cookiecutter.namespace }}.contracts.event import EventRecord
from {{ cookiecutter.namespace }}.contracts.player import Player
from {{ cookiecutter.namespace }}.contracts.testing.event import new_event
from {{ cookiecutter.namespace }}.contracts.testing.player import StandInPlayer
from {{ cookiecutter.namespace }}.kit.problems import CalleeAway
from {{ cookiecutter.namespace }}.service.event import actions

pytestmark = pytest.mark.django_db
Bearer = Callable[[Any], dict[str, str]]


@pytest.fixture
def opened() -> EventRecord:
    return actions.open_event(event_id=uuid4(), new=new_event())


def page(client: Client, event: EventRecord, headers: dict[str, str] | None = None, **query: object) -> Any:
    return client.get(f"/api/event/events/{event.id}/page", query, headers=headers or {})


def test_a_player_sees_its_own_page(
    client: Client, opened: EventRecord, players: StandInPlayer, bearer: Bearer
) -> None:
    vid_id = uuid4()
    player_id = players.add(vid_id=vid_id)

    answer = page(client, opened, bearer(vid_id), player_id=player_id)

    assert answer.status_code == 200
    assert answer.json()["standing"]["points"] == 0


def test_a_player_does_not_see_somebody_elses(
    client: Client, opened: EventRecord, player_id: UUID, bearer: Bearer
) -> None:
    assert page(client, opened, bearer(uuid4()), player_id=player_id).status_code == 403


def test_a_game_server_sees_everybodys(
    client: Client, opened: EventRecord, player_id: UUID, basic: dict[str, str]
) -> None:
    assert page(client, opened, basic, player_id=player_id).json()["standing"]["points"] == 0


def test_a_stranger_is_asked_who_it_is_where_it_asks_for_a_player(
    client: Client, opened: EventRecord, player_id: UUID
) -> None:
    assert page(client, opened, player_id=player_id).status_code == 401
    assert page(client, opened).status_code == 200


def test_while_nobody_can_say_whose_player_it_is_its_standing_is_nobodys(
    client: Client, opened: EventRecord, player_id: UUID, bearer: Bearer, basic: dict[str, str], stand_in: Any
) -> None:
    class Away:
        def get_player(self, **asked: Any) -> None:
            raise CalleeAway("nobody answers")

    stand_in(Player, Away())

    shown = page(client, opened, bearer(uuid4()), player_id=player_id).json()

    assert (shown["player"], shown["standing"], shown["missing"]) == (None, None, ["player"])
    assert page(client, opened, basic, player_id=player_id).json()["standing"]["points"] == 0


@pytest.mark.parametrize("key", ["", "seven"])
def test_progress_without_a_proper_key_is_refused_and_the_key_is_named(
    client: Client, opened: EventRecord, player_id: UUID, basic: dict[str, str], key: str
) -> None:
    answer = client.post(
        f"/api/event/events/{opened.id}/progress",
        {"player_id": str(player_id), "points": 1},
        content_type="application/json",
        headers=basic | ({"Idempotency-Key": key} if key else {}),
    )

    assert answer.status_code == 422
    assert "Idempotency-Key" in answer.content.decode()


def test_progress_is_for_services(client: Client, opened: EventRecord, player_id: UUID, bearer: Bearer) -> None:
    asked = {"player_id": str(player_id), "points": 1}
    where = f"/api/event/events/{opened.id}/progress"

    for headers, status in ((bearer(uuid4()), 403), ({}, 401)):
        answer = client.post(where, asked, content_type="application/json", headers=headers)
        assert answer.status_code == status
