from datetime import timedelta
from typing import Any
from uuid import uuid4

import pytest
from django.test import Client

from {{ cookiecutter.namespace }}.contracts.testing.notice import new_notice
from {{ cookiecutter.namespace }}.service.notice.models import Notice

pytestmark = pytest.mark.django_db

LIST = "/api/notice/notices"


def put(client: Client, body: Any, headers: dict[str, str]) -> Any:
    return client.put(f"{LIST}/{uuid4()}", body, content_type="application/json", headers=headers)


def test_strangers_read_the_list_in_the_language_of_their_browser(client: Client, write: Any) -> None:
    write()

    ko = client.get(LIST, headers={"Accept-Language": "ko-KR,ko;q=0.9"})
    en = client.get(LIST, headers={"Accept-Language": "en"})

    assert ko.json()["items"][0]["title"] == "점검 안내"
    assert en.json()["items"][0]["title"] == "Maintenance"
    assert "Accept-Language" in ko["Vary"]


def test_a_language_that_is_asked_for_goes_before_the_browsers(client: Client, write: Any) -> None:
    notice = write()

    answer = client.get(f"{LIST}/{notice.id}?language=en", headers={"Accept-Language": "ko"})

    assert answer.json()["title"] == "Maintenance"
    assert answer["Content-Language"] == "en"


def test_a_browser_that_reads_neither_language_gets_english(client: Client, write: Any) -> None:
    write()

    assert client.get(LIST, headers={"Accept-Language": "fr"}).json()["items"][0]["language"] == "en"


def test_the_list_costs_one_query_however_long_it_is(
    client: Client, write: Any, django_assert_num_queries: Any
) -> None:
    for _ in range(20):
        write()

    with django_assert_num_queries(1):
        answer = client.get(f"{LIST}?limit=20")

    assert len(answer.json()["items"]) == 20


def test_a_notice_that_is_scheduled_is_404_for_everyone(client: Client, write: Any, basic: Any) -> None:
    notice = write(ago=timedelta(hours=-1))

    assert client.get(f"{LIST}/{notice.id}", headers=basic).status_code == 404


def test_only_services_write(client: Client, bearer: Any) -> None:
    body = new_notice().model_dump(mode="json")

    assert put(client, body, {}).status_code == 401
    assert put(client, body, bearer(uuid4())).status_code == 403
    assert client.post(f"{LIST}/{uuid4()}/withdrawal").status_code == 401
    assert client.post(f"{LIST}/{uuid4()}/withdrawal", headers=bearer(uuid4())).status_code == 403


@pytest.mark.parametrize(
    ("change", "field"),
    [
        ({"translations": {}}, "translations"),
        ({"translations": {"fr": {"title": "Avis", "body": "Bonjour"}}}, "translations.fr.[key]"),
        ({"translations": {"ko": {"title": "점검\0", "body": "글"}}}, "translations.ko.title"),
        ({"translations": {"ko": {"title": "점검", "body": "a\0b"}}}, "translations.ko.body"),
        ({"translations": {"ko": {"title": "점" * 121, "body": "글"}}}, "translations.ko.title"),
        ({"publish_from": "2026-03-02T09:00:00"}, "publish_from"),
        ({"publish_from": "0001-01-01T00:00:00+14:00"}, "publish_from"),
        ({"publish_from": "9999-12-31T23:59:59-14:00"}, "publish_from"),
        ({"publish_from": 10**30}, "publish_from"),
        ({"author": ""}, "author"),
        ({"pinned": None}, "pinned"),
        ({"publish_until": "2020-01-01T00:00:00Z"}, "body"),
    ],
)
def test_a_bad_notice_is_refused_with_the_field_named(
    client: Client, basic: Any, change: dict[str, Any], field: str
) -> None:
    answer = put(client, new_notice().model_dump(mode="json") | change, basic)

    assert answer.status_code == 422
    assert answer["Content-Type"].startswith("application/problem+json")
    assert [error["field"] for error in answer.json()["errors"]] == [field]


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"null",
        b"[]",
        b'{"translations": ',
        b'{"translations": {"ko": {"title": "\\ud800", "body": "x"}}, "publish_from": 1780000000, "author": "x"}',
        b'{"translations": {"\\ud800": {"title": "x", "body": "x"}}, "publish_from": 1780000000, "author": "x"}',
        b'{"author": "\xff\xfe"}',
        b"[" * 100_000,
    ],
)
def test_a_body_that_cannot_be_read_is_refused(client: Client, basic: Any, body: bytes) -> None:
    answer = client.put(f"{LIST}/{uuid4()}", body, content_type="application/json", headers=basic)

    assert answer.status_code in (400, 422)
    assert answer["Content-Type"].startswith("application/problem+json")
    assert not Notice.objects.exists()


def test_an_unknown_language_is_refused_by_name(client: Client) -> None:
    answer = client.get(f"{LIST}?language=fr")

    assert answer.status_code == 422
    assert answer.json()["errors"][0]["field"] == "language"


def test_what_is_made_is_answered_in_utc_and_again_when_sent_again(client: Client, basic: Any) -> None:
    address = f"{LIST}/{uuid4()}"
    body = new_notice(publish_from="2026-03-02T09:00:00+09:00").model_dump(mode="json")

    first = client.put(address, body, content_type="application/json", headers=basic)
    again = client.put(address, body, content_type="application/json", headers=basic)

    assert first.json()["publish_from"] == "2026-03-02T00:00:00Z"
    assert again.json() == first.json()
