from collections.abc import Callable
from datetime import UTC, date, datetime

import pytest

from {{ cookiecutter.namespace }}.contracts.link import LinkChange, NewLink
from {{ cookiecutter.namespace }}.service.link import actions
from {{ cookiecutter.namespace }}.service.link.models import ClickDay, Link

pytestmark = pytest.mark.django_db


def test_a_slug_of_our_choice_is_short_and_easy_to_read_aloud() -> None:
    made = actions.create_link(new=NewLink(target="/board/"))

    assert len(made.slug) == 7
    assert not set(made.slug) & set("01ilo")


def test_a_slug_that_is_taken_is_not_given_again(monkeypatch: pytest.MonkeyPatch, link: Link) -> None:
    by_chance = iter(["summer", "summer", "winter"])
    monkeypatch.setattr(actions, "new_slug", lambda: next(by_chance))

    made = actions.create_link(new=NewLink(target="/board/"))

    assert made.slug == "winter"
    link.refresh_from_db()
    assert link.target == "https://example.com/summer"


def test_a_click_is_counted_in_all_and_for_its_day(link: Link, at: Callable[[datetime], None]) -> None:
    at(datetime(2026, 3, 1, 12, 0, tzinfo=UTC))
    actions.count_click(link)
    actions.count_click(link)
    at(datetime(2026, 3, 2, 12, 0, tzinfo=UTC))
    actions.count_click(link)

    link.refresh_from_db()
    assert link.clicks == 3
    assert dict(ClickDay.objects.values_list("day", "clicks")) == {date(2026, 3, 1): 2, date(2026, 3, 2): 1}


def test_a_day_begins_at_midnight_where_the_publisher_is(link: Link, at: Callable[[datetime], None]) -> None:
    at(datetime(2026, 3, 1, 14, 59, tzinfo=UTC))  # 23:59 in Seoul
    actions.count_click(link)
    at(datetime(2026, 3, 1, 15, 0, tzinfo=UTC))  # midnight in Seoul
    actions.count_click(link)

    assert dict(ClickDay.objects.values_list("day", "clicks")) == {date(2026, 3, 1): 1, date(2026, 3, 2): 1}


def test_a_change_takes_back_no_click_that_came_meanwhile(monkeypatch: pytest.MonkeyPatch, link: Link) -> None:
    find = actions.queries.find

    def find_and_be_clicked(slug: str) -> Link:
        found = find(slug)
        actions.count_click(found)
        return found

    monkeypatch.setattr(actions.queries, "find", find_and_be_clicked)
    actions.change_link(slug="summer", change=LinkChange(target="/board/"))

    monkeypatch.undo()
    link.refresh_from_db()
    assert link.target == "/board/"
    assert link.clicks == 2  # one while it was changed, one while the answer was read
