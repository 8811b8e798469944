from datetime import date
from typing import Any
from uuid import uuid4

import pytest
from django.test import Client

from {{ cookiecutter.namespace }}.service.link.models import ClickDay, Link

pytestmark = pytest.mark.django_db

JSON = "application/json"


def test_a_service_makes_a_link_without_choosing_its_slug(client: Client, basic: Any) -> None:
    made = client.post("/api/link/links", {"target": "/board/"}, content_type=JSON, headers=basic)

    assert made.status_code == 201
    assert made.json()["address"] == f"/l/{made.json()['slug']}"
    assert client.get(f"/api/link/links/{made.json()['slug']}", headers=basic).json() == made.json()


@pytest.mark.parametrize(
    ("method", "path"),
    [
        ("GET", "/api/link/links"),
        ("POST", "/api/link/links"),
        ("GET", "/api/link/links/summer"),
        ("PUT", "/api/link/links/summer"),
        ("PATCH", "/api/link/links/summer"),
        ("GET", "/api/link/links/summer/days"),
    ],
)
def test_links_are_the_business_of_services(client: Client, bearer: Any, link: Link, method: str, path: str) -> None:
    assert client.generic(method, path, "{}", content_type=JSON).status_code == 401
    assert client.generic(method, path, "{}", content_type=JSON, headers=bearer(uuid4())).status_code == 403


@pytest.mark.parametrize(
    ("body", "field"),
    [
        ({"target": "javascript:alert(1)"}, "target"),
        ({"target": "//example.com/"}, "target"),
        ({"target": None}, "target"),
        ({"target": "/board/", "expires_at": "0001-01-01T00:00:00+14:00"}, "expires_at"),
        ({"target": "/board/", "expires_at": "9999-12-31T23:59:59-14:00"}, "expires_at"),
        ({"target": "/board/", "expires_at": "2030-01-01T00:00:00"}, "expires_at"),
        ({}, "target"),
    ],
)
def test_what_is_wrong_is_named(client: Client, basic: Any, body: dict[str, Any], field: str) -> None:
    answer = client.put("/api/link/links/summer", body, content_type=JSON, headers=basic)

    assert answer.status_code == 422
    assert answer.json()["errors"][0]["field"] == field


@pytest.mark.parametrize("body", [{"target": None}, {"active": None}])
def test_a_change_to_nothing_is_refused(client: Client, basic: Any, link: Link, body: dict[str, None]) -> None:
    answer = client.patch("/api/link/links/summer", body, content_type=JSON, headers=basic)

    assert answer.status_code == 422
    assert answer.json()["errors"][0]["field"] == next(iter(body))


@pytest.mark.parametrize("slug", ["a%00b", "%ff", "x" * 41, "Summer"])
def test_an_address_that_can_be_no_links_is_refused(client: Client, basic: Any, slug: str) -> None:
    answer = client.get(f"/api/link/links/{slug}", headers=basic)

    assert answer.status_code == 422
    assert answer.json()["errors"][0]["field"] == "slug"


def test_a_list_is_read_page_by_page_without_gap_or_double(client: Client, basic: Any) -> None:
    Link.objects.bulk_create(Link(slug=f"link-{number}", target="/board/") for number in range(7))
    seen: list[str] = []
    after = ""

    while True:
        page = client.get(f"/api/link/links?limit=3{after}", headers=basic).json()
        seen += [link["slug"] for link in page["items"]]
        if page["next"] is None:
            break
        after = f"&after={page['next']}"

    assert seen == [f"link-{number}" for number in range(7)]


def test_clicks_by_day_come_latest_first(client: Client, basic: Any, link: Link) -> None:
    ClickDay.objects.bulk_create(ClickDay(link=link, day=date(2026, 3, day), clicks=day) for day in (1, 2, 3))

    first = client.get("/api/link/links/summer/days?limit=2", headers=basic).json()
    second = client.get(f"/api/link/links/summer/days?limit=2&after={first['next']}", headers=basic).json()

    assert [row["day"] for row in first["items"]] == ["2026-03-03", "2026-03-02"]
    assert second == {"items": [{"day": "2026-03-01", "clicks": 1}], "next": None}
