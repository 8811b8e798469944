from collections.abc import Callable
from typing import Any
from uuid import uuid4

import pytest
from django.contrib.auth.models import Group, Permission, User
from django.test import Client
from django.utils import timezone
from waiting import reminders

from clever.kit.outbox.keeping import settle
from clever.kit.outbox.models import Promise
from clever.kit.outbox.tasks import keep
from clever.kit.problems import CalleeAway, Conflict
from clever.kit.roles import make_roles

pytestmark = pytest.mark.django_db
PROMISES = "/admin/outbox/promise/"


@pytest.fixture
def staff(client: Client) -> Callable[[str], Client]:
    """`staff("operator")`: a browser in which somebody of that role has logged in."""

    def log_in(role: str) -> Client:
        make_roles()
        user = User.objects.create_user(f"a-{role}", is_staff=True)
        user.groups.add(Group.objects.get(name=role))
        client.force_login(user)
        return client

    return log_in


def keep_now(browser: Client, *promises: Promise) -> str:
    chosen = {"action": "keep_now", "_selected_action": [made.pk for made in promises]}
    return browser.post(PROMISES, chosen, follow=True).content.decode()


@pytest.mark.parametrize("role", ["support", "operator"])
def test_staff_see_what_is_owed_and_why_it_has_not_been_done(staff: Any, promised: Any, role: str) -> None:
    made = promised()
    settle(made, CalleeAway("parcels cannot be reached"))

    page = staff(role).get(PROMISES).content.decode()

    assert f"send {made.pk}" in page
    assert "parcels cannot be reached" in page


def test_one_promise_is_shown_with_what_it_is_about(staff: Any, promised: Any) -> None:
    made = promised()
    settle(made, CalleeAway("parcels cannot be reached"))

    page = staff("support").get(f"{PROMISES}{made.pk}/change/").content.decode()

    for shown in ("calls.send", "소포", "parcels cannot be reached"):
        assert shown in page


def test_a_promise_is_kept_at_a_click_however_long_it_would_wait(staff: Any, promised: Any, callee: Any) -> None:
    made = promised()
    settle(made, CalleeAway("away"))

    page = keep_now(staff("support"), made)

    assert "The worker was told of 1 promise" in page
    assert reminders(made.pk).filter(run_after__lte=timezone.now()).count() == 1
    assert keep.call(str(made.pk)) == "kept"


def test_what_is_over_is_left_as_it_is(staff: Any, promised: Any, callee: Any) -> None:
    kept, refused = promised(), promised()
    settle(kept, None)
    settle(refused, Conflict("taken"))

    page = keep_now(staff("operator"), kept, refused)

    assert "The worker was told of 0 promises" in page
    assert {row.state for row in Promise.objects.all()} == {"kept", "refused"}


def test_who_may_only_look_cannot_have_it_kept(client: Client, promised: Any) -> None:
    made = promised()
    guest = User.objects.create_user("a-guest", is_staff=True)
    guest.user_permissions.add(Permission.objects.get(codename="view_promise"))
    client.force_login(guest)

    page = keep_now(client, made)

    assert "The worker was told" not in page
    assert Promise.objects.get().due_at == made.due_at


def test_nobody_makes_changes_or_deletes_a_promise(client: Client, promised: Any) -> None:
    made = promised()
    client.force_login(User.objects.create_superuser("root"))

    for page in ("add/", f"{made.pk}/delete/"):
        assert client.post(f"{PROMISES}{page}", {"post": "yes"}).status_code == 403
    assert client.post(f"{PROMISES}{made.pk}/change/", {"state": "kept"}).status_code == 403

    assert Promise.objects.get().state == "open"


def test_a_promise_is_found_by_its_id_or_by_what_an_attempt_came_to(staff: Any, promised: Any) -> None:
    made = promised()
    settle(made, CalleeAway("parcels cannot be reached"))
    browser = staff("support")

    for text in (made.pk, str(made.pk).upper(), made.pk.hex, "cannot be", "PARCELS"):
        assert f"send {made.pk}" in browser.get(PROMISES, {"q": str(text)}).content.decode()
    for text in (uuid4(), "no such thing", "'\"%"):
        assert f"send {made.pk}" not in browser.get(PROMISES, {"q": str(text)}).content.decode()


def test_promises_are_filtered_by_what_has_become_of_them(staff: Any, promised: Any) -> None:
    kept, still_open = promised(), promised()
    settle(kept, None)

    page = staff("support").get(PROMISES, {"state__exact": "open"}).content.decode()

    assert f"send {still_open.pk}" in page
    assert f"send {kept.pk}" not in page
