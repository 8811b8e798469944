from datetime import timedelta
from typing import Any

import pytest
from django.contrib.auth.models import Group, User
from django.test import Client
from django.utils import timezone

from {{ cookiecutter.namespace }}.kit.roles import make_roles
from {{ cookiecutter.namespace }}.service.notice.models import Notice, State

pytestmark = pytest.mark.django_db

LIST = "/admin/notice/notice/"


@pytest.fixture
def admin(admin_client: Client) -> Client:
    admin_client.defaults["HTTP_ACCEPT_LANGUAGE"] = "en"
    return admin_client


@pytest.fixture
def one_of_each(write: Any) -> dict[str, Notice]:
    """A notice in each state, by state."""
    return {
        "scheduled": write(ago=timedelta(days=-1), en=("Not yet", "x")),
        "live": write(en=("Now", "x")),
        "over": write(publish_until=timezone.now() - timedelta(minutes=1), en=("Past", "x")),
        "withdrawn": write(withdrawn_at=timezone.now(), en=("Taken back", "x")),
    }


def shown(page: Any) -> set[Any]:
    return {notice.pk for notice in page.context["cl"].result_list}


@pytest.mark.parametrize("state", ["scheduled", "live", "over", "withdrawn"])
def test_notices_are_filtered_by_state(admin: Client, one_of_each: dict[str, Notice], state: str) -> None:
    assert shown(admin.get(f"{LIST}?state={state}")) == {one_of_each[state].pk}


def test_a_state_that_does_not_exist_filters_nothing(admin: Client, one_of_each: dict[str, Notice]) -> None:
    assert len(shown(admin.get(f"{LIST}?state=lost"))) == 4


def test_a_notice_is_found_by_a_word_of_either_title(admin: Client, write: Any) -> None:
    notice = write(ko=("두루미 언덕", "글"), en=("Crane Hill", "x"))
    write()

    assert shown(admin.get(f"{LIST}?q=crane")) == {notice.pk}
    assert shown(admin.get(f"{LIST}?q=두루미")) == {notice.pk}
    assert shown(admin.get(f"{LIST}?q={notice.pk}")) == {notice.pk}


def test_the_list_costs_as_many_queries_for_twenty_notices_as_for_one(
    admin: Client, write: Any, django_assert_max_num_queries: Any
) -> None:
    write()
    with django_assert_max_num_queries(20) as for_one:
        admin.get(LIST)
    for _ in range(19):
        write()

    with django_assert_max_num_queries(len(for_one)):
        assert len(shown(admin.get(LIST))) == 20


@pytest.mark.parametrize(("action", "state"), [("publish", State.LIVE), ("withdraw", State.WITHDRAWN)])
def test_actions_move_all_that_are_chosen(
    admin: Client, one_of_each: dict[str, Notice], action: str, state: State
) -> None:
    chosen = [notice.pk for notice in one_of_each.values()]

    answer = admin.post(LIST, {"action": action, "_selected_action": chosen}, follow=True)

    assert "4 notices" in answer.content.decode()
    assert {notice.state for notice in Notice.objects.all()} == {state}


def test_support_sees_notices_and_is_offered_no_action(client: Client, one_of_each: dict[str, Notice]) -> None:
    make_roles()
    user = User.objects.create_user("jun", is_staff=True)
    user.groups.add(Group.objects.get(name="support"))
    client.force_login(user)

    page = client.get(LIST)
    client.post(LIST, {"action": "withdraw", "_selected_action": [one_of_each["live"].pk]})

    assert len(shown(page)) == 4
    assert 'name="action"' not in page.content.decode()
    assert Notice.objects.get(pk=one_of_each["live"].pk).state == State.LIVE


def form(**more: str) -> dict[str, str]:
    return {
        "publish_from_0": "2026-03-02",
        "publish_from_1": "09:00",
        "author": "Mina",
        "translations-TOTAL_FORMS": "1",
        "translations-INITIAL_FORMS": "0",
        "translations-0-language": "ko",
        "translations-0-title": "점검",
        "translations-0-body": "9시",
        **more,
    }


def test_a_notice_is_written_with_its_texts_beside_it(admin: Client) -> None:
    assert admin.post(f"{LIST}add/", form()).status_code == 302

    assert Notice.objects.get().translations.get().title == "점검"


def test_a_notice_without_text_is_refused(admin: Client) -> None:
    answer = admin.post(f"{LIST}add/", form(**{"translations-0-title": "", "translations-0-body": ""}))

    assert "Write the notice in one language at least." in answer.content.decode()
    assert not Notice.objects.exists()


@pytest.mark.parametrize(
    "more",
    [
        {"publish_until_0": "2026-03-02", "publish_until_1": "09:00"},
        {"publish_from_0": "0001-01-01"},
        {"publish_from_0": "9999-12-31", "publish_from_1": "23:59"},
    ],
)
def test_a_window_that_cannot_be_is_refused(admin: Client, more: dict[str, str]) -> None:
    assert admin.post(f"{LIST}add/", form(**more)).status_code == 200
    assert not Notice.objects.exists()


def test_each_notice_leads_to_its_page_on_the_board(admin: Client, write: Any) -> None:
    notice = write()

    assert f'href="/board/{notice.pk}/"' in admin.get(LIST).content.decode()
    assert f'href="/board/{notice.pk}/"' in admin.get(f"{LIST}{notice.pk}/change/").content.decode()


def test_a_project_without_the_board_has_no_preview(admin: Client, write: Any, without_board: None) -> None:
    notice = write()

    assert admin.get(LIST).status_code == 200
    assert "/board/" not in admin.get(f"{LIST}{notice.pk}/change/").content.decode()
