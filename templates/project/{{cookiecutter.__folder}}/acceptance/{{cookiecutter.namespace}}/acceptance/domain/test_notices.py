"""The board tells everyone the news in their own language, within its time."""

from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from uuid import UUID, uuid4

import httpx2
import pytest

from {{ cookiecutter.namespace }}.acceptance.callers import Caller, Service
from {{ cookiecutter.namespace }}.acceptance.pages import language_of
from {{ cookiecutter.namespace }}.acceptance.problems import assert_problem

pytestmark = pytest.mark.needs("notice")

NOTHING = UUID(int=0)  # no notice has this id; a fresh one would give each test worker another name of the test

Announce = Callable[..., str]


@pytest.fixture
def announce(service: Service) -> Iterator[Announce]:
    """`announce(...)`: the id of a notice that is seen from now on, before all others, until the test ends."""
    announced: list[str] = []

    def put(**changes: object) -> str:
        notice_id = str(uuid4())
        service.made("PUT", f"/api/notice/notices/{notice_id}", json=notice(notice_id, **changes))
        announced.append(notice_id)
        return notice_id

    yield put
    for notice_id in announced:
        service.post(f"/api/notice/notices/{notice_id}/withdrawal")


def notice(notice_id: str, **changes: object) -> dict[str, object]:
    return {
        "translations": {
            "ko": {"title": f"점검 안내 {notice_id}", "body": "곧 돌아옵니다.\n기다려 주세요."},
            "en": {"title": f"Maintenance {notice_id}", "body": "We will be back soon.\nBear with us."},
        },
        "publish_from": (datetime.now(UTC) - timedelta(minutes=1)).isoformat(),
        "pinned": True,
        "author": "Acceptance",
        **changes,
    }


def board(stranger: Caller, language: str, path: str = "/board/") -> httpx2.Response:
    return stranger.get(path, headers={"Accept-Language": language})


@pytest.mark.parametrize(
    ("accepted", "language", "title"),
    [
        ("ko", "ko", "점검 안내"),
        ("en", "en", "Maintenance"),
        ("ko-KR,ko;q=0.9,en;q=0.8", "ko", "점검 안내"),
        ("de,en;q=0.5,ko;q=0.4", "en", "Maintenance"),
    ],
)
def test_the_board_speaks_the_visitors_language(
    stranger: Caller, announce: Announce, accepted: str, language: str, title: str
) -> None:
    notice_id = announce()

    listed = board(stranger, accepted)
    page = board(stranger, accepted, f"/board/{notice_id}/")

    for answer in (listed, page):
        assert answer.status_code == 200
        assert language_of(answer.text) == language
        assert f"{title} {notice_id}" in answer.text
        assert "Accept-Language" in answer.headers["Vary"]


@pytest.mark.needs("backoffice")
def test_the_front_leads_to_the_board(stranger: Caller) -> None:
    answer = stranger.get("/")

    assert answer.status_code == 302
    assert answer.headers["Location"] == "/board/"


def test_the_list_of_the_api_speaks_it_too(stranger: Caller, announce: Announce) -> None:
    notice_id = announce()

    found = {
        language: stranger.made("GET", f"/api/notice/notices/{notice_id}", headers={"Accept-Language": language})
        for language in ("ko", "en")
    }
    asked = stranger.made("GET", f"/api/notice/notices/{notice_id}?language=en", headers={"Accept-Language": "ko"})

    assert found["ko"]["title"] == f"점검 안내 {notice_id}"
    assert found["en"]["title"] == asked["title"] == f"Maintenance {notice_id}"


def test_a_notice_in_one_language_is_told_in_that_one_and_says_so(stranger: Caller, announce: Announce) -> None:
    notice_id = announce(translations={"ko": {"title": "한국어만", "body": "미안해요."}})

    found = stranger.made("GET", f"/api/notice/notices/{notice_id}?language=en")

    assert (found["language"], found["fallback"], found["title"]) == ("ko", True, "한국어만")


def test_a_notice_is_not_seen_before_its_time_nor_after_it(stranger: Caller, announce: Announce) -> None:
    now = datetime.now(UTC)
    early = announce(publish_from=(now + timedelta(days=1)).isoformat())
    late = announce(
        publish_from=(now - timedelta(days=2)).isoformat(),
        publish_until=(now - timedelta(days=1)).isoformat(),
    )

    for notice_id in (early, late):
        assert_problem(stranger.get(f"/api/notice/notices/{notice_id}"), 404)
        assert board(stranger, "en", f"/board/{notice_id}/").status_code == 404
        assert notice_id not in board(stranger, "en").text


def test_a_moment_told_in_two_time_zones_is_one_notice(service: Service) -> None:
    notice_id = str(uuid4())
    path = f"/api/notice/notices/{notice_id}"

    seoul = service.made("PUT", path, json=notice(notice_id, publish_from="2026-03-10T09:00:00+09:00"))
    los_angeles = service.made("PUT", path, json=notice(notice_id, publish_from="2026-03-09T17:00:00-07:00"))

    assert seoul == los_angeles


def test_a_withdrawn_notice_is_gone(stranger: Caller, service: Service, announce: Announce) -> None:
    notice_id = announce()
    assert notice_id in board(stranger, "en").text

    first = service.made("POST", f"/api/notice/notices/{notice_id}/withdrawal")
    again = service.made("POST", f"/api/notice/notices/{notice_id}/withdrawal")

    assert first == again
    assert notice_id not in board(stranger, "en").text
    assert_problem(stranger.get(f"/api/notice/notices/{notice_id}"), 404)


def test_the_same_id_with_another_notice_is_refused(service: Service) -> None:
    notice_id = str(uuid4())
    body = notice(notice_id)
    path = f"/api/notice/notices/{notice_id}"

    assert service.put(path, json=body).status_code == 200
    assert service.put(path, json=body).status_code == 200
    assert assert_problem(service.put(path, json=body | {"pinned": False}), 422)["type"] == "urn:problem:key-reused"


def test_what_a_notice_says_is_text_and_no_markup(stranger: Caller, announce: Announce) -> None:
    text = {"title": "<script>alert(1)</script>", "body": "<img src=x onerror=alert(1)>"}
    notice_id = announce(translations={"en": text})

    for path in ("/board/", f"/board/{notice_id}/"):
        page = board(stranger, "en", path).text
        assert "<script>alert" not in page
        assert "<img src=x" not in page
        assert "&lt;script&gt;alert" in page


def test_pages_say_what_a_browser_may_do_with_them(stranger: Caller) -> None:
    headers = board(stranger, "en").headers

    assert "default-src 'self'" in headers["Content-Security-Policy"]
    assert "unsafe-eval" not in headers["Content-Security-Policy"]
    assert headers["X-Content-Type-Options"] == "nosniff"


@pytest.mark.parametrize("path", [f"/board/{NOTHING}/", "/board/no-such-page/", "/board/%00/"])
def test_a_page_that_does_not_exist_is_404_in_the_visitors_language(stranger: Caller, path: str) -> None:
    for language in ("ko", "en"):
        answer = board(stranger, language, path)

        assert answer.status_code == 404
        assert language_of(answer.text) == language


@pytest.mark.parametrize("page", ["0", "-1", "x", "99999999999999999999", "%00"])
def test_a_page_number_that_makes_no_sense_breaks_nothing(stranger: Caller, page: str) -> None:
    assert board(stranger, "en", f"/board/?page={page}").status_code in (200, 404)
