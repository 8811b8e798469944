"""Short addresses lead where they should, and every click counts."""

from concurrent.futures import ThreadPoolExecutor
from uuid import uuid4

import pytest

from {{ cookiecutter.namespace }}.acceptance.callers import Caller, Service
from {{ cookiecutter.namespace }}.acceptance.problems import assert_problem

pytestmark = pytest.mark.needs("link")


def new_link(service: Service, target: str = "/board/", **more: object) -> str:
    """The slug of a fresh link."""
    slug = f"acc-{uuid4().hex[:24]}"
    service.made("PUT", f"/api/link/links/{slug}", json={"target": target, **more})
    return slug


def clicks(service: Service, slug: str) -> int:
    counted: int = service.made("GET", f"/api/link/links/{slug}")["clicks"]
    return counted


def test_a_link_leads_to_its_target_and_is_not_remembered_by_browsers(stranger: Caller, service: Service) -> None:
    slug = new_link(service, "https://example.com/hello?from=game")

    answer = stranger.get(f"/l/{slug}")

    assert (answer.status_code, answer.headers["Location"]) == (302, "https://example.com/hello?from=game")
    assert "no-store" in answer.headers["Cache-Control"]
    assert clicks(service, slug) == 1


def test_400_clicks_by_8_at_once_are_400_clicks(stranger: Caller, service: Service) -> None:
    slug = new_link(service)

    with ThreadPoolExecutor(8) as pool:
        statuses = set(pool.map(lambda _: stranger.get(f"/l/{slug}").status_code, range(400)))

    assert statuses == {302}
    assert clicks(service, slug) == 400
    days = service.made("GET", f"/api/link/links/{slug}/days")["items"]
    assert sum(day["clicks"] for day in days) == 400


def test_a_look_that_is_no_click_is_not_counted(stranger: Caller, service: Service) -> None:
    slug = new_link(service)

    assert stranger.request("HEAD", f"/l/{slug}").status_code == 302
    assert clicks(service, slug) == 0


@pytest.mark.parametrize("language", ["ko", "en"])
def test_a_link_that_does_not_exist_is_a_page_that_says_so(stranger: Caller, language: str) -> None:
    answer = stranger.get(f"/l/{uuid4().hex}", headers={"Accept-Language": language})

    assert answer.status_code == 404
    assert f'lang="{language}"' in answer.text


def test_a_link_that_is_over_is_gone_and_counts_no_more(stranger: Caller, service: Service) -> None:
    slug = new_link(service, expires_at="2021-01-01T00:00:00Z")

    assert stranger.get(f"/l/{slug}").status_code == 410
    assert clicks(service, slug) == 0


def test_a_link_that_is_switched_off_leads_nowhere(stranger: Caller, service: Service) -> None:
    slug = new_link(service)
    service.made("PATCH", f"/api/link/links/{slug}", json={"active": False})

    assert stranger.get(f"/l/{slug}").status_code == 404


@pytest.mark.parametrize(
    "target",
    [
        "javascript:alert(1)",
        "//evil.example",
        "/\\evil.example",
        "data:text/html,x",
        "board/",
        "",
        "http://",
        "/\t/evil",
    ],
)
def test_a_target_that_would_trick_a_browser_is_refused(service: Service, target: str) -> None:
    assert_problem(service.put(f"/api/link/links/acc-{uuid4().hex[:24]}", json={"target": target}), 422)


def test_the_same_slug_again_is_the_same_link_and_another_target_is_refused(service: Service) -> None:
    slug = new_link(service, "/board/")

    assert service.put(f"/api/link/links/{slug}", json={"target": "/board/"}).status_code == 200
    assert_problem(service.put(f"/api/link/links/{slug}", json={"target": "/elsewhere/"}), 409, 422)
