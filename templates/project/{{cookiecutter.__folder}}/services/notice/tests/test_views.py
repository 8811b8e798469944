import re
from datetime import timedelta
from typing import Any
from uuid import UUID

import pytest
from django.test import Client

pytestmark = pytest.mark.django_db

NOTHING = UUID(int=0)  # no notice has this id; a fresh one would give each test worker another name of the test
KO, EN = {"Accept-Language": "ko"}, {"Accept-Language": "en"}


def titles(page: str) -> list[str]:
    return re.findall(r'<h2><a href="[^"]+">([^<]+)</a></h2>', page)


def test_the_board_is_in_the_language_of_the_browser(client: Client, write: Any) -> None:
    write()

    ko = client.get("/board/", headers=KO).content.decode()
    en = client.get("/board/", headers=EN).content.decode()

    assert '<html lang="ko">' in ko
    assert titles(ko) == ["점검 안내"]
    assert '<html lang="en">' in en
    assert titles(en) == ["Maintenance"]


def test_a_visitor_who_switches_the_language_keeps_it(client: Client, write: Any) -> None:
    write()

    switched = client.post("/board/language/", {"language": "ko", "next": "/board/"}, headers=EN)

    assert switched["Location"] == "/board/"
    assert titles(client.get("/board/", headers=EN).content.decode()) == ["점검 안내"]


def test_a_page_of_twenty_notices_costs_two_queries_and_so_does_a_page_of_one(
    client: Client, write: Any, django_assert_num_queries: Any
) -> None:
    for number in range(21):
        write(pinned=number == 0)

    with django_assert_num_queries(2):  # how many there are, and twenty of them
        first = client.get("/board/", headers=EN)
    with django_assert_num_queries(2):
        second = client.get("/board/?page=2", headers=EN)

    assert len(titles(first.content.decode())) == 20
    assert len(titles(second.content.decode())) == 1


def test_pinned_notices_are_above_newer_ones(client: Client, write: Any) -> None:
    write(en=("Old and pinned", "x"), pinned=True, ago=timedelta(days=9))
    write(en=("New", "x"))

    assert titles(client.get("/board/", headers=EN).content.decode()) == ["Old and pinned", "New"]


def test_an_empty_board_says_so(client: Client) -> None:
    assert "nothing to tell" in client.get("/board/", headers=EN).content.decode()


def test_a_notice_without_the_language_is_marked_and_shown_in_the_other(client: Client, write: Any) -> None:
    notice = write(en=None)

    board = client.get("/board/", headers=EN).content.decode()
    page = client.get(f"/board/{notice.id}/", headers=EN).content.decode()

    assert "only in Korean" in board
    assert "has not been translated" in page
    assert '<article class="notice" lang="ko">' in page


def test_what_a_text_says_is_never_taken_for_markup(client: Client, write: Any) -> None:
    notice = write(en=("<script>alert(1)</script>", "<b>bold</b> and https://example.com/?a=1&b=2"))

    page = client.get(f"/board/{notice.id}/", headers=EN).content.decode()

    assert "<script>" not in page
    assert "<b>bold" not in page
    assert 'href="https://example.com/?a=1&amp;b=2"' in page


def test_a_page_holds_no_script_and_no_style_of_its_own(client: Client, write: Any) -> None:
    notice = write()

    for address in ("/board/", f"/board/{notice.id}/"):
        page = client.get(address, headers=EN).content.decode()

        assert not re.search(r"<script|<style|\sstyle=|\son\w+=", page)


@pytest.mark.parametrize("address", [f"/board/{NOTHING}/", "/board/nonsense/", "/board/?page=99", "/board/?page=x"])
def test_what_is_not_there_is_a_404_page_that_leads_back(client: Client, address: str) -> None:
    answer = client.get(address, headers=EN)

    assert answer.status_code == 404
    assert "Not here" in answer.content.decode()
    assert 'href="/board/"' in answer.content.decode()


def test_a_scheduled_notice_is_404_for_visitors_and_a_preview_for_staff(
    client: Client, admin_client: Client, write: Any
) -> None:
    notice = write(ago=timedelta(days=-1))

    preview = admin_client.get(f"/board/{notice.id}/", headers=EN)

    assert client.get(f"/board/{notice.id}/", headers=EN).status_code == 404
    assert preview.status_code == 200
    assert "A preview" in preview.content.decode()


def test_the_board_needs_no_users_no_sessions_and_no_messages(client: Client, write: Any, settings: Any) -> None:
    notice = write()
    unneeded = ("Session", "Authentication", "Message")
    settings.MIDDLEWARE = [name for name in settings.MIDDLEWARE if not any(word in name for word in unneeded)]

    zone = client.post("/board/time-zone/", {"zone": "America/Los_Angeles"}, headers=EN)
    language = client.post("/board/language/", {"language": "ko", "next": "/board/"}, headers=EN)

    assert (zone.status_code, language.status_code) == (302, 302)
    assert "로스앤젤레스" in client.get("/board/").content.decode()
    assert client.get(f"/board/{notice.id}/").status_code == 200
    assert client.get(f"/board/{NOTHING}/").status_code == 404
