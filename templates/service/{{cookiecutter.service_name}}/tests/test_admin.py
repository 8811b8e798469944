{%- import "fields.py" as fields with context -%}
from uuid import uuid4

import pytest
from django.test import Client

from clever.contracts.testing.{{ cookiecutter.service_name }} import new_record
from clever.service.{{ cookiecutter.service_name }} import actions

pytestmark = pytest.mark.django_db

LIST = "/admin/{{ cookiecutter.service_name }}/record/"


def test_staff_find_a_record_by_its_{{ fields.sought.label | replace(" ", "_") }}_and_open_it(admin_client: Client) -> None:
    mine, other = new_record({{ fields.told("mine") }}), new_record({{ fields.told("another's") }})
    record = actions.put_record(record_id=uuid4(), new=mine)
    actions.put_record(record_id=uuid4(), new=other)

    found = admin_client.get(LIST, {"q": {{ fields.words_for("mine", "record") }}})
    one = admin_client.get(f"{LIST}{record.id}/change/")

    assert [row.{{ fields.called or "pk" }} for row in found.context["cl"].result_list] == [{{ '"mine"' if fields.called else "record.id" }}]
    assert one.status_code == 200


def test_nobody_makes_changes_or_removes_anything_here(admin_client: Client) -> None:
    record = actions.put_record(record_id=uuid4(), new=new_record({{ fields.told("as it was") }}))

    assert admin_client.get(f"{LIST}add/").status_code == 403
    assert admin_client.post(f"{LIST}{record.id}/change/", {"{{ fields.changed.name }}": "another"}).status_code == 403
    assert admin_client.post(f"{LIST}{record.id}/delete/", {"post": "yes"}).status_code == 403


def test_staff_read_it_in_korean(admin_client: Client) -> None:
    shown = admin_client.get(LIST, headers={"Accept-Language": "ko"})

    assert "기록" in shown.content.decode()
