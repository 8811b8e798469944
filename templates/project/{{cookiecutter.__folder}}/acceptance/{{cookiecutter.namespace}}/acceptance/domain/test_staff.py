"""Staff come in by the front door, with a password and a form that is really theirs."""

from datetime import datetime, timedelta
from uuid import uuid4
from zoneinfo import ZoneInfo

import httpx2
import pytest

from {{ cookiecutter.namespace }}.acceptance.callers import Caller, Device, Service, Staff
from {{ cookiecutter.namespace }}.acceptance.pages import form_in, language_of
from {{ cookiecutter.namespace }}.runner import Credentials

pytestmark = pytest.mark.needs("backoffice")

NEW_NOTICE = "/staff/notices/new/"


@pytest.mark.parametrize("language", ["en", "ko"])
def test_the_admin_asks_who_is_there_in_the_visitors_language(visitor: Staff, language: str) -> None:
    answer = visitor.get("/admin/login/", headers={"Accept-Language": language})

    assert answer.status_code == 200
    assert language_of(answer.text) == language
    assert set(form_in(answer.text)) >= {"username", "password", "csrfmiddlewaretoken"}


@pytest.mark.parametrize("path", ["/admin/", "/admin/coupon/campaign/", "/staff/notices/", NEW_NOTICE])
def test_a_page_for_staff_sends_a_stranger_to_log_in(visitor: Staff, path: str) -> None:
    answer = visitor.get(path)

    assert answer.status_code == 302
    assert answer.headers["Location"].startswith("/admin/login/")


@pytest.mark.parametrize("path", ["/admin/", "/staff/notices/"])
def test_neither_a_game_server_nor_a_phone_is_staff(service: Service, phone: Device, path: str) -> None:
    for caller in (service, phone):
        assert caller.get(path).status_code == 302


def test_a_wrong_password_opens_nothing(visitor: Staff, credentials: Credentials) -> None:
    answer = visitor.log_in(credentials.staff_name, "not the password")

    assert answer.status_code == 200
    assert visitor.get("/admin/").status_code == 302


def test_a_login_without_the_forms_token_is_refused(visitor: Staff, credentials: Credentials) -> None:
    fields = {"username": credentials.staff_name, "password": credentials.staff_password}

    assert visitor.post("/admin/login/", data=fields).status_code == 403


def test_staff_find_every_services_tables_in_the_admin(staff: Staff) -> None:
    page = staff.get("/admin/")

    assert page.status_code == 200
    for path in (
        "vid/vid",
        "player/player",
        "coupon/campaign",
        "notice/notice",
        "link/link",
        "app/title",
        "archive/file",
    ):
        assert f'href="/admin/{path}/"' in page.text, path
        assert staff.get(f"/admin/{path}/").status_code == 200, path


def test_a_session_is_kept_in_a_cookie_that_scripts_cannot_read(visitor: Staff, credentials: Credentials) -> None:
    answer = visitor.log_in(credentials.staff_name, credentials.staff_password)

    [cookie] = [each for each in answer.headers.get_list("Set-Cookie") if "session" in each]
    assert "HttpOnly" in cookie
    assert "SameSite=Lax" in cookie


@pytest.mark.needs("notice")
def test_a_notice_written_in_the_form_is_on_the_board_in_both_languages(staff: Staff, stranger: Caller) -> None:
    name = str(uuid4())

    answer = send_notice(staff, {"ko": f"새 소식 {name}", "en": f"News {name}"})

    assert answer.status_code == 302, answer.text
    for language, title in (("ko", "새 소식"), ("en", "News")):
        assert f"{title} {name}" in stranger.get("/board/", headers={"Accept-Language": language}).text


def test_a_notice_without_a_word_is_sent_back_with_what_is_missing(staff: Staff) -> None:
    answer = send_notice(staff, {})

    assert answer.status_code == 200
    assert "errorlist" in answer.text


def test_a_notice_without_the_forms_token_is_refused(staff: Staff) -> None:
    assert staff.post(NEW_NOTICE, data={"author": "Nobody"}).status_code == 403


def test_the_form_has_a_text_for_each_language(staff: Staff) -> None:
    form = form_in(staff.get(NEW_NOTICE).text)

    assert {form["texts-0-language"], form["texts-1-language"]} == {"ko", "en"}


def send_notice(staff: Staff, titles: dict[str, str]) -> httpx2.Response:
    """Fill in the form for a new notice, pinned and to be seen from now on, and send it."""
    page = form_in(staff.get(NEW_NOTICE).text)
    just_now = datetime.now(ZoneInfo(page["zone"])) - timedelta(seconds=30)
    fields = {"publish_from": f"{just_now:%Y-%m-%dT%H:%M:%S}", "author": "Acceptance", "pinned": "on"}
    for number in (0, 1):
        title = titles.get(page[f"texts-{number}-language"], "")
        fields |= {f"texts-{number}-title": title, f"texts-{number}-body": title and "More soon."}
    return staff.send_form(NEW_NOTICE, **fields)
