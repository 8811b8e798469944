from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import UUID, uuid4

import pytest
from django.test import Client

from {{ cookiecutter.namespace }}.contracts.app import NewTitle, NewVersion
from {{ cookiecutter.namespace }}.service.app import actions

pytestmark = pytest.mark.django_db

JSON = "application/json"
LONG_AGO = datetime(2020, 1, 1, tzinfo=UTC)
VERSIONS = "/api/app/titles/otter/versions"


@pytest.fixture
def otter(db: None) -> str:
    """A title without versions."""
    return actions.put_title(slug="otter", new=NewTitle(name="Sleepy Otter")).slug


def release(number: str, *, platform: str = "ios", **more: Any) -> None:
    new = NewVersion.model_validate({"released_at": LONG_AGO, **more})
    actions.put_version(slug="otter", platform=platform, number=number, new=new)


def test_a_stranger_is_told_where_the_new_version_lies(client: Client, otter: str, file_id: UUID) -> None:
    release("1.10.0", required=True, file_id=file_id)

    answer = client.get("/api/app/titles/otter/update?platform=ios&version=1.9.9").json()

    assert (answer["must_update"], answer["may_update"]) == (True, True)
    assert answer["latest"]["content"] == f"/api/archive/files/{file_id}/content"
    assert b"".join(client.get(answer["latest"]["content"]).streaming_content) == b"twelve bytes"


def test_versions_are_listed_as_numbers_the_latest_first(client: Client, otter: str) -> None:
    for number in ["1.9.0", "1.10.0", "0.99999.99999", "2.0.0"]:
        release(number)
    release("9.0.0", platform="android")

    first = client.get(f"{VERSIONS}?platform=ios&limit=3").json()
    second = client.get(f"{VERSIONS}?platform=ios&limit=3&after={first['next']}").json()

    assert [version["number"] for version in first["items"]] == ["2.0.0", "1.10.0", "1.9.0"]
    assert [version["number"] for version in second["items"]] == ["0.99999.99999"]


def test_what_is_not_out_yet_is_not_listed(client: Client, otter: str) -> None:
    release("1.0.0", released_at=datetime.now(UTC) + timedelta(hours=1))

    assert client.get(f"{VERSIONS}?platform=ios").json() == {"items": [], "next": None}


def test_only_services_say_what_there_is(client: Client, otter: str, bearer: Any) -> None:
    for path in ("/api/app/titles/otter", f"{VERSIONS}/ios/1.0.0"):
        assert client.put(path, "{}", content_type=JSON).status_code == 401
        assert client.put(path, "{}", content_type=JSON, headers=bearer(uuid4())).status_code == 403


def test_a_service_puts_a_title_and_a_version(client: Client, basic: Any) -> None:
    client.put("/api/app/titles/fox", {"name": "여우"}, content_type=JSON, headers=basic)
    body = {"released_at": "2026-01-01T09:00:00+09:00", "required": True}

    made = client.put("/api/app/titles/fox/versions/android/1.0.0", body, content_type=JSON, headers=basic)

    assert made.status_code == 200
    assert client.get("/api/app/titles/fox/versions?platform=android").json()["items"] == [made.json()]
    assert client.get("/api/app/titles").json()["items"] == [{"slug": "fox", "name": "여우"}]


@pytest.mark.parametrize(
    ("path", "field"),
    [
        ("/api/app/titles/otter/update?platform=ios&version=1.9", "version"),
        ("/api/app/titles/otter/update?platform=ios&version=%00", "version"),
        ("/api/app/titles/otter/update?platform=ios&version=99999999999999999999.0.0", "version"),
        ("/api/app/titles/otter/update?platform=toaster&version=1.0.0", "platform"),
        ("/api/app/titles/otter/update?version=1.0.0", "platform"),
        ("/api/app/titles/%00/update?platform=ios&version=1.0.0", "slug"),
        (f"{VERSIONS}?platform=ios&after=x", "after"),
        ("/api/app/titles?limit=0", "limit"),
    ],
)
def test_what_is_wrong_is_named(client: Client, otter: str, path: str, field: str) -> None:
    answer = client.get(path)

    assert answer.status_code == 422
    assert answer.json()["errors"][0]["field"] == field


@pytest.mark.parametrize(
    ("body", "field"),
    [
        ({"released_at": "9999-12-31T23:59:59-14:00"}, "released_at"),
        ({"released_at": None}, "released_at"),
        ({"released_at": "2026-01-01T00:00:00Z", "file_id": "x"}, "file_id"),
        ({"released_at": "2026-01-01T00:00:00Z", "file_id": "00000000-0000-0000-0000-000000000000"}, "file_id"),
        ({"released_at": "2026-01-01T00:00:00Z", "required": None}, "required"),
    ],
)
def test_what_is_wrong_with_a_version_is_named(
    client: Client, basic: Any, otter: str, body: dict[str, Any], field: str
) -> None:
    answer = client.put(f"{VERSIONS}/ios/1.0.0", body, content_type=JSON, headers=basic)

    assert answer.status_code == 422
    assert answer.json()["errors"][0]["field"] == field


def test_asking_for_an_update_costs_a_fixed_number_of_queries(
    client: Client, otter: str, django_assert_num_queries: Any
) -> None:
    for patch in range(20):
        release(f"1.0.{patch}")

    with django_assert_num_queries(3):  # the title, the latest version with its file, a required one
        client.get("/api/app/titles/otter/update?platform=ios&version=1.0.0")
