from collections.abc import Callable
from hashlib import sha256
from html.parser import HTMLParser
from typing import Any

import pytest
from django.contrib.admin.models import LogEntry
from django.contrib.auth.models import Group, User
from django.contrib.sessions.models import Session
from django.test import Client

from {{ cookiecutter.namespace }}.kit.roles import make_roles
from {{ cookiecutter.namespace }}.service.permitter import actions, queries
from {{ cookiecutter.namespace }}.service.permitter.models import AuditEntry, Caller, Permit

pytestmark = pytest.mark.django_db
CALLERS, PERMITS, AUDIT = (f"/admin/permitter/{model}/" for model in ("caller", "permit", "auditentry"))


@pytest.fixture
def staff(client: Client) -> Callable[[str], Client]:
    """`staff("permit keeper")`: a browser in which somebody of that role has logged in."""

    def log_in(role: str) -> Client:
        make_roles()
        user = User.objects.create_user(f"a {role}", is_staff=True)
        user.groups.add(Group.objects.get(name=role))
        client.force_login(user)
        return client

    return log_in


class Codes(HTMLParser):
    """The texts in a page's <code> elements."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.found: list[str] = []
        self.inside = False
        self.feed(page)

    def handle_starttag(self, tag: str, attributes: Any) -> None:
        self.inside = tag == "code"

    def handle_endtag(self, tag: str) -> None:
        self.inside = False

    def handle_data(self, data: str) -> None:
        if self.inside:
            self.found.append(data)


def act(browser: Client, action: str, *names: str) -> Any:
    chosen = [caller.pk for caller in Caller.objects.filter(name__in=names)]
    return browser.post(CALLERS, {"action": action, "_selected_action": chosen})


def audit() -> list[tuple[str, str, str]]:
    return list(AuditEntry.objects.order_by("id").values_list("by", "what", "caller"))


def test_a_caller_is_added_and_its_secret_is_shown_once_and_kept_nowhere(staff: Any) -> None:
    browser = staff("permit keeper")

    answer = browser.post(f"{CALLERS}add/", {"name": "event"})

    [secret] = Codes(answer.content.decode()).found
    assert len(secret) == 64
    assert queries.digest_of(name="event") == sha256(secret.encode()).hexdigest()
    assert "no-store" in answer["Cache-Control"]
    kept = [str(row) for model in (AuditEntry, LogEntry, Caller, Session) for row in model.objects.values_list()]
    kept += [cookie.value for cookie in browser.cookies.values()]
    kept += [browser.get(address).content.decode() for address in (CALLERS, AUDIT, "/admin/")]
    assert kept
    assert [row for row in kept if secret in row] == []
    assert audit() == [("a permit keeper", "added", "event")]


@pytest.mark.parametrize("name", ["", "Coupon!", "x" * 65, "player", "테스트"])
def test_a_name_that_cannot_be_is_sent_back(staff: Any, secrets: Any, name: str) -> None:
    before = Caller.objects.count()

    answer = staff("permit keeper").post(f"{CALLERS}add/", {"name": name})

    assert "errorlist" in answer.content.decode()
    assert Caller.objects.count() == before


def test_new_secrets_are_shown_once_and_the_old_ones_are_wrong(staff: Any, secrets: dict[str, str]) -> None:
    answer = act(staff("permit keeper"), "rotate", "coupon", "player")

    shown = Codes(answer.content.decode()).found
    assert [queries.digest_of(name=name) for name in ("coupon", "player")] == [
        sha256(secret.encode()).hexdigest() for secret in shown
    ]
    assert not set(shown) & set(secrets.values())


def test_a_caller_is_disabled_and_enabled_and_both_are_written_down(staff: Any, secrets: Any) -> None:
    browser = staff("permit keeper")
    AuditEntry.objects.all().delete()

    act(browser, "disable", "coupon")
    assert queries.digest_of(name="coupon") is None
    act(browser, "enable", "coupon", "player")

    assert queries.digest_of(name="coupon") is not None
    assert audit() == [("a permit keeper", "disabled", "coupon"), ("a permit keeper", "enabled", "coupon")]


def test_a_permit_is_granted_and_revoked_and_both_are_written_down(staff: Any, secrets: Any) -> None:
    browser = staff("permit keeper")
    form = {"caller": Caller.objects.get(name="coupon").pk, "service": "player", "operation": "GET /x/<int:id>"}
    AuditEntry.objects.all().delete()

    granted = browser.post(f"{PERMITS}add/", form)
    permit = Permit.objects.get()
    browser.post(f"{PERMITS}{permit.pk}/delete/", {"post": "yes"})

    assert granted.status_code == 302
    assert not Permit.objects.exists()
    assert audit() == [("a permit keeper", "granted", "coupon"), ("a permit keeper", "revoked", "coupon")]


def test_many_permits_are_revoked_at_a_click_each_with_its_entry(staff: Any, secrets: Any) -> None:
    permits = [actions.grant(name="coupon", service="player", operation=f"GET /{n}", by="x") for n in range(3)]
    AuditEntry.objects.all().delete()
    chosen = {"action": "delete_selected", "_selected_action": [permit.pk for permit in permits], "post": "yes"}

    staff("permit keeper").post(PERMITS, chosen)

    assert not Permit.objects.exists()
    assert audit() == [("a permit keeper", "revoked", "coupon")] * 3


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"operation": "get /x"}, "Write a method and a route"),
        ({"operation": "GET x"}, "Write a method and a route"),
        ({"operation": "GET /x y"}, "Write a method and a route"),
        ({"operation": "**"}, "Write a method and a route"),
        ({"service": "playr"}, "nobody would ask for it"),
        ({"service": "player", "operation": "*"}, "already exists"),
    ],
)
def test_a_permit_that_would_permit_nothing_is_sent_back(
    staff: Any, secrets: Any, changes: dict[str, str], said: str
) -> None:
    coupon = Caller.objects.get(name="coupon")
    actions.grant(name="coupon", service="player", operation="*", by="x")
    usual = {"caller": coupon.pk, "service": "player", "operation": "GET /x"}

    answer = staff("permit keeper").post(f"{PERMITS}add/", usual | changes)

    assert said in answer.content.decode()
    assert Permit.objects.count() == 1


def test_nobody_changes_what_was_done(admin_client: Client, secrets: Any) -> None:
    entry = AuditEntry.objects.earliest("id")

    assert admin_client.get(f"{AUDIT}{entry.pk}/change/").status_code == 200
    assert admin_client.post(f"{AUDIT}{entry.pk}/change/", {"by": "nobody"}).status_code == 403
    assert admin_client.post(f"{AUDIT}{entry.pk}/delete/", {"post": "yes"}).status_code == 403
    assert admin_client.get(f"{AUDIT}add/").status_code == 403
    admin_client.post(AUDIT, {"action": "delete_selected", "_selected_action": [entry.pk], "post": "yes"})
    assert AuditEntry.objects.filter(pk=entry.pk).exists()


def test_a_caller_is_neither_renamed_nor_deleted(admin_client: Client, secrets: Any) -> None:
    caller = Caller.objects.get(name="coupon")

    assert admin_client.get(f"{CALLERS}{caller.pk}/change/").status_code == 200
    assert admin_client.post(f"{CALLERS}{caller.pk}/change/", {"name": "player2"}).status_code == 403
    assert admin_client.post(f"{CALLERS}{caller.pk}/delete/", {"post": "yes"}).status_code == 403


def test_only_a_permit_keeper_may_change_who_may_what(staff: Any, secrets: Any) -> None:
    browser = staff("operator")
    actions.grant(name="coupon", service="player", operation="*", by="x")
    before = [list(model.objects.values_list()) for model in (Caller, Permit)]

    for address in (CALLERS, PERMITS, AUDIT):
        assert browser.get(address).status_code == 200
    for address in (f"{CALLERS}add/", f"{PERMITS}add/", f"{PERMITS}{Permit.objects.get().pk}/delete/"):
        assert browser.post(address, {"name": "mine", "post": "yes"}).status_code == 403
    for action in ("rotate", "disable"):
        act(browser, action, "coupon")

    assert [list(model.objects.values_list()) for model in (Caller, Permit)] == before


@pytest.mark.parametrize("address", [CALLERS, PERMITS, AUDIT])
def test_a_longer_list_costs_no_more_queries(
    admin_client: Client, secrets: Any, address: str, django_assert_max_num_queries: Any
) -> None:
    for number in range(30):
        actions.add_caller(name=f"caller-{number}", by="x")
        actions.grant(name=f"caller-{number}", service="player", operation=f"GET /{number}", by="x")

    with django_assert_max_num_queries(12):
        assert admin_client.get(address).status_code == 200
