from datetime import timedelta
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.test import Client
from django.utils import timezone

from {{ cookiecutter.namespace }}.kit.roles import make_roles
from {{ cookiecutter.namespace }}.service.link import actions
from {{ cookiecutter.namespace }}.service.link.models import ClickDay, Link

pytestmark = pytest.mark.django_db

LIST = "/admin/link/link/"


@pytest.fixture
def staff() -> Client:
    """A browser in which an operator has logged in."""
    make_roles()
    user = User.objects.create_user("operator", is_staff=True)
    user.groups.set(user.groups.model.objects.filter(name="operator"))
    client = Client(headers={"Accept-Language": "en"})
    client.force_login(user)
    return client


def form(**changes: Any) -> dict[str, Any]:
    empty = {"days-TOTAL_FORMS": 0, "days-INITIAL_FORMS": 0}
    return {"target": "/board/", "active": "on", "expires_at_0": "", "expires_at_1": "", **empty, **changes}


def test_a_link_is_made_with_a_slug_proposed(staff: Client) -> None:
    proposed = staff.get(f"{LIST}add/").context["adminform"].form["slug"].initial
    slug = proposed() if callable(proposed) else proposed

    staff.post(f"{LIST}add/", form(slug=slug))

    assert Link.objects.get().slug == slug


@pytest.mark.parametrize(
    ("field", "value"), [("target", "javascript:alert(1)"), ("target", "//example.com"), ("slug", "Not A Slug")]
)
def test_the_form_asks_what_the_contract_asks(staff: Client, field: str, value: str) -> None:
    answer = staff.post(f"{LIST}add/", form(**{"slug": "fine", field: value}))

    assert field in answer.context["adminform"].form.errors
    assert not Link.objects.exists()


def test_saving_the_form_takes_back_no_click_that_came_meanwhile(
    staff: Client, link: Link, monkeypatch: pytest.MonkeyPatch
) -> None:
    from {{ cookiecutter.namespace }}.service.link.admin import LinkAdmin

    save = LinkAdmin.save_model

    def be_clicked_and_save(self: Any, request: Any, edited: Link, *args: Any) -> None:
        actions.count_click(link)  # after the row was read for the form, before it is written
        save(self, request, edited, *args)

    monkeypatch.setattr(LinkAdmin, "save_model", be_clicked_and_save)
    staff.post(f"{LIST}{link.pk}/change/", form(target="/board/new"))

    link.refresh_from_db()
    assert (link.target, link.clicks) == ("/board/new", 1)


def test_the_slug_and_the_clicks_of_a_link_cannot_be_typed(staff: Client, link: Link) -> None:
    staff.post(f"{LIST}{link.pk}/change/", form(slug="winter", clicks=1_000_000))

    link.refresh_from_db()
    assert (link.slug, link.clicks) == ("summer", 0)


def test_the_short_address_can_be_copied(staff: Client, link: Link, settings: Any) -> None:
    settings.LINK_ORIGIN = "https://go.example.com"

    page = staff.get(f"{LIST}{link.pk}/change/").content.decode()

    assert 'data-short-address="https://go.example.com/l/summer"' in page
    assert "link/copy.js" in page


def test_links_are_switched_off_and_on(staff: Client, link: Link) -> None:
    staff.post(LIST, {"action": "switch_off", "_selected_action": [link.pk]})
    assert not Link.objects.get().active

    staff.post(LIST, {"action": "switch_on", "_selected_action": [link.pk]})
    assert Link.objects.get().active


def test_who_may_only_look_is_offered_no_switch(link: Link) -> None:
    make_roles()
    user = User.objects.create_user("support", is_staff=True)
    user.groups.set(user.groups.model.objects.filter(name="support"))
    client = Client()
    client.force_login(user)

    page = client.get(LIST)
    client.post(LIST, {"action": "switch_off", "_selected_action": [link.pk]})

    assert page.status_code == 200
    assert "switch_off" not in page.content.decode()
    assert Link.objects.get().active


@pytest.mark.parametrize(("state", "slugs"), [("working", {"works"}), ("ended", {"over"}), ("off", {"off"})])
def test_links_are_found_by_their_state(staff: Client, state: str, slugs: set[str]) -> None:
    now = timezone.now()
    Link.objects.create(slug="works", target="/", expires_at=now + timedelta(days=1))
    Link.objects.create(slug="over", target="/", expires_at=now - timedelta(days=1))
    Link.objects.create(slug="off", target="/", active=False)

    shown = staff.get(f"{LIST}?state={state}").context["cl"].result_list

    assert {link.slug for link in shown} == slugs


@pytest.mark.parametrize("words", ["summ", "example.com"])
def test_links_are_found_by_name_and_by_target(staff: Client, link: Link, words: str) -> None:
    assert list(staff.get(f"{LIST}?q={words}").context["cl"].result_list) == [link]


def test_a_page_of_links_costs_as_many_queries_as_one_link(staff: Client, link: Link) -> None:
    def queries() -> int:
        from django.db import connection
        from django.test.utils import CaptureQueriesContext

        with CaptureQueriesContext(
            connection,
        ) as captured:
            staff.get(LIST)
        return len(captured)

    one = queries()
    Link.objects.bulk_create(Link(slug=f"link-{number}", target="/") for number in range(50))

    assert queries() == one


def test_clicks_by_day_are_shown_and_not_changed(staff: Client, link: Link) -> None:
    actions.count_click(link)

    page = staff.get(f"{LIST}{link.pk}/change/")

    inline = page.context["inline_admin_formsets"][0]
    assert inline.opts.model is ClickDay
    assert not inline.has_change_permission
    assert not inline.has_add_permission
