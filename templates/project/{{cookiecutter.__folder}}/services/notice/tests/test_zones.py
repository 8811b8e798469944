"""One moment, read in two time zones."""

from typing import Any

import pytest
from django.test import Client

from {{ cookiecutter.namespace }}.service.notice import zones
from {{ cookiecutter.namespace }}.service.notice.models import Notice

pytestmark = pytest.mark.django_db

EN = {"Accept-Language": "en"}


def choose(client: Client, zone: str, **more: str) -> Any:
    return client.post("/board/time-zone/", {"zone": zone, **more}, headers=EN)


def test_nine_in_seoul_is_the_evening_before_in_los_angeles(client: Client, write: Any, at: Any) -> None:
    notice = write(publish_from="2026-03-02T09:00:00+09:00")
    at("2026-03-02T12:00:00+09:00")

    seoul = client.get(f"/board/{notice.id}/", headers=EN).content.decode()
    choose(client, "America/Los_Angeles")
    los_angeles = client.get(f"/board/{notice.id}/", headers=EN).content.decode()

    assert "March 2, 2026, 9 a.m." in seoul
    assert 'datetime="2026-03-02T09:00:00+09:00"' in seoul
    assert "March 1, 2026, 4 p.m." in los_angeles
    assert 'datetime="2026-03-01T16:00:00-08:00"' in los_angeles


@pytest.mark.parametrize(
    ("moment", "status"),
    [
        ("2026-03-01T15:59:59.999999-08:00", 404),
        ("2026-03-01T16:00:00-08:00", 200),
        ("2026-03-01T16:59:59.999999-08:00", 200),
        ("2026-03-01T17:00:00-08:00", 404),
    ],
)
def test_a_window_opens_and_closes_at_the_same_moment_for_everyone(
    client: Client, write: Any, at: Any, moment: str, status: int
) -> None:
    notice = write(publish_from="2026-03-02T09:00:00+09:00", publish_until="2026-03-02T10:00:00+09:00")
    at(moment)

    seoul = client.get(f"/board/{notice.id}/", headers=EN)
    choose(client, "America/Los_Angeles")
    los_angeles = client.get(f"/board/{notice.id}/", headers=EN)

    assert (seoul.status_code, los_angeles.status_code) == (status, status)


def test_nine_in_seoul_moves_by_an_hour_in_los_angeles_when_summer_time_begins(
    client: Client, write: Any, at: Any
) -> None:
    before = write(publish_from="2026-03-08T09:00:00+09:00")  # the day before, over there: 4 p.m. of the 7th
    after = write(publish_from="2026-03-09T09:00:00+09:00")  # the clocks went forward on the 8th
    at("2026-03-10T00:00:00+09:00")
    choose(client, "America/Los_Angeles")

    pages = [client.get(f"/board/{notice.id}/", headers=EN).content.decode() for notice in (before, after)]

    assert "March 7, 2026, 4 p.m." in pages[0]
    assert "March 8, 2026, 5 p.m." in pages[1]


def test_the_hour_that_comes_twice_is_one_moment_each_time(client: Client, write: Any, at: Any) -> None:
    first = write(publish_from="2026-11-01T01:30:00-07:00", publish_until="2026-11-01T01:30:00-08:00")
    choose(client, "America/Los_Angeles")

    at("2026-11-01T01:29:59-08:00")  # the clock on the wall has shown 01:30 once and not yet twice
    assert list(Notice.objects.live()) == [first]
    page = client.get(f"/board/{first.id}/", headers=EN).content.decode()
    assert 'datetime="2026-11-01T01:30:00-07:00"' in page
    assert 'datetime="2026-11-01T01:30:00-08:00"' in page

    at("2026-11-01T01:30:00-08:00")
    assert not Notice.objects.live().exists()


def test_a_choice_leads_back_to_the_page_it_was_made_on(client: Client) -> None:
    assert choose(client, "Asia/Tokyo", next="/board/?page=2")["Location"] == "/board/?page=2"


@pytest.mark.parametrize("address", ["https://elsewhere.example/", "//elsewhere.example/", "javascript:alert(1)"])
def test_a_choice_never_leads_to_another_site(client: Client, address: str) -> None:
    assert choose(client, "Asia/Tokyo", next=address)["Location"] == "/board/"


@pytest.mark.parametrize("zone", ["", "Mars/Olympus", "../../etc/passwd", "/etc/passwd", "Asia", "a\0b", "x" * 500])
def test_a_zone_that_does_not_exist_is_refused_and_not_remembered(client: Client, zone: str) -> None:
    answer = choose(client, zone)

    assert answer.status_code == 422
    assert zones.COOKIE not in answer.cookies


@pytest.mark.parametrize("zone", ["Mars/Olympus", "../../etc/passwd", "Asia", "%00", "x" * 3000])
def test_a_cookie_that_somebody_has_made_up_is_ignored(client: Client, write: Any, at: Any, zone: str) -> None:
    write(publish_from="2026-03-02T09:00:00+09:00")
    at("2026-03-02T12:00:00+09:00")
    client.cookies[zones.COOKIE] = zone

    assert "March 2, 2026, 9 a.m." in client.get("/board/", headers=EN).content.decode()


def test_a_zone_that_is_not_offered_is_offered_to_whoever_has_it(client: Client) -> None:
    choose(client, "Asia/Kathmandu")

    assert '<option value="Asia/Kathmandu" selected>' in client.get("/board/", headers=EN).content.decode()
