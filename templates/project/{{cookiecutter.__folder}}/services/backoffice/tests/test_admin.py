"""The admin over databases that are apart: every page of every model, and what staff do there."""

from collections.abc import Callable
from typing import Any

import httpx2
import pytest
from django.apps import apps
from django.contrib import admin
from django.contrib.admin.models import LogEntry
from django.db import connections
from django.db.models import Model
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from {{ cookiecutter.namespace }}.contracts.player import HttpPlayer, Player
from {{ cookiecutter.namespace }}.service.coupon.models import Campaign, Code, Redemption
from {{ cookiecutter.namespace }}.service.link.models import ClickDay, Link
from {{ cookiecutter.namespace }}.service.permitter.models import AuditEntry, Caller, Permit

from .world import make_world

pytestmark = pytest.mark.django_db(databases="__all__")
ADMINS = {model: page for model, page in admin.site._registry.items() if model._meta.app_label not in ("auth",)}


@pytest.fixture
def world() -> dict[type[Model], Any]:
    return make_world()


def address(model: type[Model], page: str, *arguments: Any) -> str:
    return reverse(f"admin:{model._meta.app_label}_{model._meta.model_name}_{page}", args=arguments)


def test_every_model_of_every_service_has_a_row_in_these_tests(world: dict[type[Model], Any]) -> None:
    ours = {model for model in apps.get_models() if model.__module__.startswith("{{ cookiecutter.namespace }}.service.")}

    assert set(world) == ours
    assert set(ADMINS) <= ours


@pytest.mark.parametrize("model", ADMINS, ids=str)
def test_a_list_is_searched_filtered_and_cut_by_date(
    model: type[Model], world: dict[type[Model], Any], staff: Client
) -> None:
    page, path = ADMINS[model], address(model, "changelist")
    first = staff.get(path)
    assert str(world[model].pk) in first.content.decode()

    for query in ("otter", str(world[model].pk), "%"):
        assert staff.get(path, {"q": query}).status_code == 200
    changelist = first.context["cl"]
    choices = [choice for spec in changelist.filter_specs for choice in spec.choices(changelist)]
    for choice in choices:
        assert staff.get(path + choice["query_string"]).status_code == 200, choice
    if page.date_hierarchy:
        moment = getattr(world[model], page.date_hierarchy)
        by_day = {f"{page.date_hierarchy}__{part}": getattr(moment, part) for part in ("year", "month", "day")}
        assert staff.get(path, by_day).status_code == 200
        assert staff.get(path, dict(list(by_day.items())[:2])).status_code == 200


@pytest.mark.parametrize("model", ADMINS, ids=str)
def test_a_rows_page_and_its_history_open_and_so_does_the_form_for_a_new_one(
    model: type[Model], world: dict[type[Model], Any], staff: Client
) -> None:
    for page in ("change", "history"):
        assert staff.get(address(model, page, world[model].pk)).status_code == 200, page
    assert staff.get(address(model, "add")).status_code in (200, 403)


def form_of_a_campaign(name: str) -> dict[str, str]:
    return {
        "name": name,
        "starts_at_0": "2026-01-01",
        "starts_at_1": "00:00",
        "ends_at_0": "2027-01-01",
        "ends_at_1": "00:00",
        "active": "on",
        "items-TOTAL_FORMS": "1",
        "items-INITIAL_FORMS": "0",
        "items-0-item": "gem",
        "items-0-count": "3",
    }


def test_what_is_added_is_in_the_services_database_and_who_did_it_in_ours(staff: Client) -> None:
    coupon, ours = connections["{{ cookiecutter.namespace }}.service.coupon"], connections["default"]

    with CaptureQueriesContext(coupon) as there, CaptureQueriesContext(ours) as here:
        answer = staff.post("/admin/coupon/campaign/add/", form_of_a_campaign("Autumn"))

    assert answer.status_code == 302
    assert Campaign.objects.get().items.get().item == "gem"
    assert LogEntry.objects.using("default").get().object_repr == "Autumn"
    assert {query["sql"].split()[0] for query in there} >= {"SAVEPOINT", "INSERT"}  # its transaction is there
    assert not any("coupon_" in query["sql"] for query in here)


def test_what_is_deleted_takes_along_what_belongs_to_it(world: dict[type[Model], Any], staff: Client) -> None:
    path = address(Link, "delete", world[Link].pk)

    asked = staff.get(path)
    answer = staff.post(path, {"post": "yes"})

    assert world[Link].slug in asked.content.decode()
    assert answer.status_code == 302
    assert (Link.objects.count(), ClickDay.objects.count()) == (0, 0)
    assert LogEntry.objects.get().get_change_message() or LogEntry.objects.get().is_deletion()


def test_what_others_of_its_database_need_is_not_deleted(world: dict[type[Model], Any], staff: Client) -> None:
    answer = staff.post(address(Campaign, "delete", world[Campaign].pk), {"post": "yes"})

    assert answer.status_code == 200
    assert "Cannot delete campaign" in answer.content.decode()
    assert Campaign.objects.count() == 1


class PlayerService:
    """The player service at the other end of the line. It takes grants, or answers `status`."""

    def __init__(self) -> None:
        self.status = 200
        self.asked: list[httpx2.Request] = []

    def answer(self, request: httpx2.Request) -> httpx2.Response:
        self.asked.append(request)
        key = request.url.path.rpartition("/")[2]
        given = {"key": key, "items": [{"item": "gem", "count": 3}]}
        return httpx2.Response(self.status, json=given if self.status == 200 else {})


@pytest.fixture
def player_service(stand_in: Callable[[type, Any], Any]) -> PlayerService:
    service = PlayerService()
    transport = httpx2.MockTransport(service.answer)
    stand_in(Player, HttpPlayer("http://player.invalid/api/player", transport=transport))
    return service


def complete(browser: Client, redemption: Redemption) -> Any:
    chosen = {"action": "complete", "_selected_action": [str(redemption.pk)]}
    return browser.post("/admin/coupon/redemption/", chosen, follow=True)


def test_an_action_that_needs_another_service_calls_it_outside_of_every_transaction(
    world: dict[type[Model], Any], staff: Client, player_service: PlayerService
) -> None:
    redemption = world[Redemption]

    answer = complete(staff, redemption)

    redemption.refresh_from_db()
    assert "1 redemption completed" in answer.content.decode()
    assert redemption.state == "complete"
    [call] = player_service.asked  # the client would have refused to make it inside a transaction
    assert call.url.path == f"/api/player/players/{redemption.player_id}/grants/{redemption.pk}"
    assert call.headers["Authorization"].startswith("Basic ")


def test_an_action_whose_service_is_away_says_so_and_loses_nothing(
    world: dict[type[Model], Any], staff: Client, player_service: PlayerService
) -> None:
    player_service.status = 500

    answer = complete(staff, world[Redemption])

    assert "Nothing is lost" in answer.content.decode()
    assert Redemption.objects.get().state == "pending"


def test_the_index_lists_every_service(staff: Client) -> None:
    page = staff.get("/admin/").content.decode()

    for label in ("vid", "player", "coupon", "notice", "link", "app", "archive", "permitter"):
        assert f'href="/admin/{label}/"' in page, label


def make_codes(browser: Client, campaign: Campaign) -> None:
    browser.post("/admin/coupon/campaign/", {"action": "make_codes", "_selected_action": [str(campaign.pk)]})


@pytest.mark.parametrize(("role", "made"), [("support", 0), ("operator", 100)])
def test_codes_are_made_by_operators_and_not_by_support(
    world: dict[type[Model], Any], somebody: Callable[[str], Client], role: str, made: int
) -> None:
    before = Code.objects.count()

    make_codes(somebody(role), world[Campaign])

    assert Code.objects.count() - before == made


@pytest.mark.parametrize("role", ["support", "operator", "notice editor"])
def test_nobody_but_a_permit_keeper_grants_or_takes_away(
    world: dict[type[Model], Any], somebody: Callable[[str], Client], role: str
) -> None:
    browser = somebody(role)

    assert browser.get(address(Permit, "add")).status_code == 403
    assert browser.get(address(Caller, "add")).status_code == 403
    assert browser.post(address(Permit, "delete", world[Permit].pk), {"post": "yes"}).status_code == 403
    assert Permit.objects.count() == 1


def test_a_permit_keeper_grants_and_touches_nothing_else(
    world: dict[type[Model], Any], somebody: Callable[[str], Client]
) -> None:
    browser = somebody("permit keeper")
    Caller.objects.create(name="vid", digest="1" * 64)

    granted = browser.post(address(Permit, "add"), {"caller": world[Caller].pk, "service": "vid", "operation": "*"})

    assert granted.status_code == 302
    assert Permit.objects.filter(service="vid", operation="*").exists()
    assert AuditEntry.objects.using("{{ cookiecutter.namespace }}.service.permitter").filter(by="permit keeper", what="granted").count() == 1
    assert browser.get("/admin/coupon/campaign/").status_code == 403


def test_a_new_callers_secret_is_shown_once_and_is_in_neither_database(staff: Client) -> None:
    answer = staff.post(address(Caller, "add"), {"name": "event"})

    [secret] = answer.context["secrets"].values()
    assert secret in answer.content.decode()
    for model in (LogEntry, AuditEntry, Caller):
        assert secret not in str(list(model.objects.values())), model


def test_staff_write_notices_here_though_the_board_is_elsewhere(world: dict[type[Model], Any], staff: Client) -> None:
    page = staff.get("/staff/notices/")

    assert page.status_code == 200
    assert "Otters" in page.content.decode()
    assert staff.get("/staff/notices/new/").status_code == 200
