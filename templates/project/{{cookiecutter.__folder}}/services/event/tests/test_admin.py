from typing import Any
from uuid import UUID, uuid4

import pytest
from django.test import Client

from {{ cookiecutter.namespace }}.contracts.testing.event import new_event
from {{ cookiecutter.namespace }}.service.event import actions

pytestmark = pytest.mark.django_db


def test_staff_see_an_event_and_how_far_its_parts_are(admin_client: Client) -> None:
    opened = actions.open_event(event_id=uuid4(), new=new_event())

    listed = admin_client.get("/admin/event/event/").content.decode()
    one = admin_client.get(f"/admin/event/event/{opened.id}/change/")

    assert opened.title in listed
    assert "banner: kept" in listed
    assert one.status_code == 200


def test_staff_find_what_a_player_has_made(admin_client: Client, player_id: UUID) -> None:
    opened = actions.open_event(event_id=uuid4(), new=new_event())
    actions.record_progress(event_id=opened.id, player_id=player_id, points=7, key=uuid4())

    found = admin_client.get("/admin/event/participation/", {"q": str(player_id)}).content.decode()

    assert str(player_id) in found
    assert ">7<" in found


@pytest.mark.parametrize("model", ["event", "participation"])
def test_nobody_makes_or_changes_anything_here(admin_client: Client, model: str) -> None:
    assert admin_client.get(f"/admin/event/{model}/add/").status_code == 403


def test_staff_read_it_in_korean(admin_client: Client) -> None:
    shown: Any = admin_client.get("/admin/event/event/", headers={"Accept-Language": "ko"})

    assert "이벤트" in shown.content.decode()
