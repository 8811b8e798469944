from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone

from {{ cookiecutter.namespace }}.service.link.models import Link

pytestmark = pytest.mark.django_db


def clicks_of(link: Link) -> int:
    return Link.objects.get(pk=link.pk).clicks


def test_following_a_link_leads_on_and_counts(client: Client, link: Link) -> None:
    answer = client.get("/l/summer")

    assert answer.status_code == 302
    assert answer["Location"] == "https://example.com/summer"
    assert clicks_of(link) == 1


def test_no_cache_may_answer_in_our_place(client: Client, link: Link) -> None:
    assert client.get("/l/summer")["Cache-Control"] == "no-store"
    assert client.get("/l/nothing-here")["Cache-Control"] == "no-store"


def test_a_head_leads_on_and_counts_nothing(client: Client, link: Link) -> None:
    answer = client.head("/l/summer")

    assert (answer.status_code, answer["Location"]) == (302, "https://example.com/summer")
    assert clicks_of(link) == 0


def test_an_address_in_korean_is_sent_percent_encoded(client: Client, link: Link) -> None:
    Link.objects.filter(pk=link.pk).update(target="https://example.org/forum/여름")

    assert client.get("/l/summer")["Location"] == "https://example.org/forum/%EC%97%AC%EB%A6%84"


@pytest.mark.parametrize(
    ("language", "words"), [("en", "This link leads nowhere"), ("ko", "연결된 곳이 없는 링크입니다")]
)
def test_an_unknown_link_is_a_kind_404(client: Client, language: str, words: str) -> None:
    answer = client.get("/l/nothing-here", headers={"Accept-Language": language})

    assert answer.status_code == 404
    assert f'<html lang="{language}">' in answer.content.decode()
    assert words in answer.content.decode()


@pytest.mark.parametrize(("language", "words"), [("en", "This link has ended"), ("ko", "기간이 끝난 링크입니다")])
def test_a_link_whose_time_is_over_is_gone(client: Client, link: Link, language: str, words: str) -> None:
    Link.objects.filter(pk=link.pk).update(expires_at=timezone.now() - timedelta(seconds=1))

    answer = client.get("/l/summer", headers={"Accept-Language": language})

    assert answer.status_code == 410
    assert words in answer.content.decode()
    assert clicks_of(link) == 0


def test_a_link_leads_on_until_its_time_is_over(client: Client, link: Link) -> None:
    Link.objects.filter(pk=link.pk).update(expires_at=timezone.now() + timedelta(minutes=1))

    assert client.get("/l/summer").status_code == 302


def test_a_link_that_is_switched_off_leads_nowhere(client: Client, link: Link) -> None:
    Link.objects.filter(pk=link.pk).update(active=False)

    assert client.get("/l/summer").status_code == 404
    assert clicks_of(link) == 0


@pytest.mark.parametrize("slug", ["a%00b", "%ff%fe", "x" * 5000, "..", "Summer"])
def test_an_address_that_can_be_no_links_is_a_kind_404(client: Client, slug: str) -> None:
    answer = client.get(f"/l/{slug}")

    assert answer.status_code == 404
    assert "This link leads nowhere" in answer.content.decode()


def test_a_post_is_not_a_way_to_follow(client: Client, link: Link) -> None:
    assert client.post("/l/summer").status_code == 405
    assert clicks_of(link) == 0


def test_following_costs_a_fixed_number_of_queries(
    client: Client, link: Link, django_assert_num_queries: object
) -> None:
    client.get("/l/summer")

    # Find it; begin, count, find the day, count it, commit (a savepoint and its release in this test).
    with django_assert_num_queries(6):  # type: ignore[operator]
        client.get("/l/summer")
