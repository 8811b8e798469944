from uuid import uuid4

import pytest
from django.test import Client

from clever.contracts.testing.attendance import new_record
from clever.service.attendance import actions

pytestmark = pytest.mark.django_db

LIST = "/admin/attendance/record/"


def test_staff_find_a_record_by_its_player_and_open_it(admin_client: Client) -> None:
    mine, other = new_record(), new_record()
    record = actions.put_record(record_id=uuid4(), new=mine)
    actions.put_record(record_id=uuid4(), new=other)

    found = admin_client.get(LIST, {"q": str(mine.player_id)})
    one = admin_client.get(f"{LIST}{record.id}/change/")

    assert [row.player_id for row in found.context["cl"].result_list] == [mine.player_id]
    assert one.status_code == 200


def test_nobody_makes_changes_or_removes_anything_here(admin_client: Client) -> None:
    record = actions.put_record(record_id=uuid4(), new=new_record())

    assert admin_client.get(f"{LIST}add/").status_code == 403
    assert admin_client.post(f"{LIST}{record.id}/change/", {"day": "2026-03-03"}).status_code == 403
    assert admin_client.post(f"{LIST}{record.id}/delete/", {"post": "yes"}).status_code == 403


def test_staff_read_it_in_korean(admin_client: Client) -> None:
    shown = admin_client.get(LIST, headers={"Accept-Language": "ko"})

    assert "기록" in shown.content.decode()
