import re
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID, uuid4

import pytest
from django.contrib.auth.models import User
from django.test import Client
from django.utils import timezone

from {{ cookiecutter.namespace }}.kit.roles import make_roles
from {{ cookiecutter.namespace }}.service.notice import zones
from {{ cookiecutter.namespace }}.service.notice.models import Notice, NoticeTranslation, State

pytestmark = pytest.mark.django_db

NOTHING = UUID(int=0)  # no notice has this id; a fresh one would give each test worker another name of the test
LIST, NEW = "/staff/notices/", "/staff/notices/new/"
SAVED = 302  # and sent back to the list


@pytest.fixture
def editor(client: Client) -> Client:
    """A browser in which a notice editor has logged in, who reads English."""
    make_roles()
    user = User.objects.create_user("mina", is_staff=True, first_name="Mina", last_name="Kim")
    user.groups.add(*user.groups.model.objects.filter(name="notice editor"))
    client.force_login(user)
    client.defaults["HTTP_ACCEPT_LANGUAGE"] = "en"
    return client


def filled_in(
    *, ko: tuple[str, str] = ("점검 안내", "9시입니다."), en: tuple[str, str] = ("", ""), **more: Any
) -> dict:
    """The fields of the form for a new notice, as a browser sends them."""
    return {
        "zone": "Asia/Seoul",
        "publish_from": "2026-03-02T09:00",
        "publish_until": "",
        "author": "Mina Kim",
        "texts-TOTAL_FORMS": "2",
        "texts-INITIAL_FORMS": "0",
        "texts-0-language": "ko",
        "texts-0-title": ko[0],
        "texts-0-body": ko[1],
        "texts-1-language": "en",
        "texts-1-title": en[0],
        "texts-1-body": en[1],
        **more,
    }


def changed(notice: Notice, **more: Any) -> dict:
    """The fields of the form for a notice with texts in both languages, unchanged but for `more`."""
    texts = {text.language: text for text in notice.translations.all()}
    return filled_in(
        ko=(texts["ko"].title, texts["ko"].body),
        en=(texts["en"].title, texts["en"].body),
        **{
            "texts-INITIAL_FORMS": "2",
            "texts-0-id": texts["ko"].pk,
            "texts-1-id": texts["en"].pk,
            **more,
        },
    )


def errors_of(answer: Any) -> dict[str, list[str]]:
    """What the page that came back complains of, by field."""
    assert answer.status_code == 200
    form = answer.context["form"]
    of_texts = {
        f"{text.prefix}-{field}": list(errors) for text in form.texts for field, errors in text.errors.items() if errors
    }
    whole = {"texts": list(form.texts.non_form_errors())} if form.texts.non_form_errors() else {}
    return {**{field: list(errors) for field, errors in form.errors.items()}, **of_texts, **whole}


@pytest.mark.parametrize("address", [LIST, NEW, f"{LIST}{NOTHING}/"])
def test_a_stranger_is_sent_to_log_in(client: Client, address: str) -> None:
    answer = client.get(address)

    assert answer.status_code == 302
    assert answer["Location"] == f"/admin/login/?next={address}"


def test_a_stranger_presses_no_button(client: Client, write: Any) -> None:
    notice = write()

    assert client.post(f"{LIST}{notice.pk}/withdrawal/").status_code == 302
    assert Notice.objects.get().state == State.LIVE


def test_staff_who_may_only_look_see_the_list_and_change_nothing(client: Client, write: Any) -> None:
    notice = write()
    make_roles()
    user = User.objects.create_user("jun", is_staff=True)
    user.groups.add(*user.groups.model.objects.filter(name="support"))
    client.force_login(user)

    assert client.get(LIST).status_code == 200
    refused = [
        client.get(NEW),
        client.post(NEW, filled_in()),
        client.get(f"{LIST}{notice.pk}/"),
        client.post(f"{LIST}{notice.pk}/", changed(notice)),
        client.post(f"{LIST}{notice.pk}/publication/"),
        client.post(f"{LIST}{notice.pk}/withdrawal/"),
    ]

    assert [answer.status_code for answer in refused] == [403] * 6
    assert "notice editor" in refused[0].content.decode()
    assert Notice.objects.get().state == State.LIVE


def test_an_editor_writes_a_notice_in_both_languages(editor: Client) -> None:
    answer = editor.post(NEW, filled_in(en=("Maintenance", "At nine.")), follow=True)

    assert "The notice has been saved." in answer.content.decode()
    assert dict(NoticeTranslation.objects.values_list("language", "title")) == {"ko": "점검 안내", "en": "Maintenance"}


def test_one_language_is_enough(editor: Client) -> None:
    assert editor.post(NEW, filled_in()).status_code == SAVED

    assert NoticeTranslation.objects.get().language == "ko"


def test_the_second_language_alone_is_enough(editor: Client) -> None:
    answer = editor.post(NEW, filled_in(ko=("", ""), en=("Maintenance", "At nine.")))

    assert answer.status_code == SAVED
    assert NoticeTranslation.objects.get().language == "en"


def test_a_notice_without_any_text_is_refused(editor: Client) -> None:
    errors = errors_of(editor.post(NEW, filled_in(ko=("", ""))))

    assert errors == {"texts": ["Write the notice in one language at least."]}
    assert not Notice.objects.exists()


def test_half_a_text_is_refused_and_the_other_errors_show_as_well(editor: Client) -> None:
    errors = errors_of(editor.post(NEW, filled_in(en=("Only a title", ""), author="")))

    assert set(errors) == {"author", "texts-1-body"}
    assert not Notice.objects.exists()


def test_two_texts_in_one_language_are_refused(editor: Client) -> None:
    answer = editor.post(NEW, filled_in(en=("또 하나", "같은 언어입니다."), **{"texts-1-language": "ko"}))

    assert errors_of(answer)["texts"] == ["There can be one text in a language, not two."]
    assert not Notice.objects.exists()


def test_a_language_that_nobody_has_asked_for_is_refused(editor: Client) -> None:
    answer = editor.post(NEW, filled_in(**{"texts-0-language": "fr"}))

    assert set(errors_of(answer)) == {"texts-0-language"}


def test_times_are_taken_as_local_times_of_the_visitors_zone(editor: Client) -> None:
    editor.post(NEW, filled_in(zone="America/Los_Angeles", publish_from="2026-03-01T16:00"))

    assert Notice.objects.get().publish_from == datetime.fromisoformat("2026-03-02T09:00:00+09:00")


def test_the_zone_in_which_a_form_was_filled_in_goes_before_one_chosen_since(editor: Client) -> None:
    editor.cookies[zones.COOKIE] = "America/Los_Angeles"

    editor.post(NEW, filled_in(zone="Asia/Seoul", publish_from="2026-03-02T09:00"))

    assert Notice.objects.get().publish_from == datetime.fromisoformat("2026-03-02T09:00:00+09:00")


def test_the_form_shows_times_in_the_visitors_zone_and_says_which(editor: Client, write: Any) -> None:
    notice = write(publish_from=datetime.fromisoformat("2026-03-02T09:00:00+09:00"))
    editor.cookies[zones.COOKIE] = "America/Los_Angeles"

    page = editor.get(f"{LIST}{notice.pk}/").content.decode()

    assert 'value="2026-03-01T16:00:00"' in page
    assert "Local times of <strong>Los Angeles</strong>" in page


def test_saving_a_form_that_was_not_touched_changes_no_time(editor: Client, write: Any) -> None:
    notice = write(
        publish_from=datetime.fromisoformat("2026-03-02T09:00:30+09:00"),
        publish_until=datetime.fromisoformat("2026-11-02T09:00:00+09:00"),
    )
    editor.cookies[zones.COOKIE] = "America/Los_Angeles"
    page = editor.get(f"{LIST}{notice.pk}/").content.decode()
    shown = dict(re.findall(r'name="(publish_\w+)" value="([^"]+)"', page))

    answer = editor.post(f"{LIST}{notice.pk}/", changed(notice, zone="America/Los_Angeles", **shown))

    assert set(shown) == {"publish_from", "publish_until"}
    assert answer.status_code == SAVED
    after = Notice.objects.get()
    assert (after.publish_from, after.publish_until) == (notice.publish_from, notice.publish_until)


def test_an_hour_that_the_clocks_skip_is_refused(editor: Client) -> None:
    answer = editor.post(NEW, filled_in(zone="America/Los_Angeles", publish_from="2026-03-08T02:30"))

    message = errors_of(answer)["publish_from"][0]
    assert message.startswith("In Los Angeles the clocks go forward over this time, so it never comes.")


def test_an_hour_that_the_clocks_show_twice_is_refused(editor: Client) -> None:
    answer = editor.post(NEW, filled_in(zone="America/Los_Angeles", publish_until="2026-11-01T01:30"))

    message = errors_of(answer)["publish_until"][0]
    assert message.startswith("In Los Angeles the clocks go back over this time, so it comes twice.")


@pytest.mark.parametrize(
    "local", ["2026-03-08T01:59:59", "2026-03-08T03:00", "2026-11-01T00:59:59", "2026-11-01T02:00"]
)
def test_the_hours_beside_them_are_taken(editor: Client, local: str) -> None:
    answer = editor.post(NEW, filled_in(zone="America/Los_Angeles", publish_from=local))

    assert answer.status_code == SAVED


@pytest.mark.parametrize("until", ["2026-03-02T09:00", "2026-03-02T08:59", "2025-03-02T10:00"])
def test_a_window_that_ends_before_it_begins_is_refused(editor: Client, until: str) -> None:
    errors = errors_of(editor.post(NEW, filled_in(publish_until=until)))

    assert errors == {"publish_until": ["It must end after it begins."]}


@pytest.mark.parametrize("time", ["0001-01-01T00:00", "9999-12-31T23:59", "1999-06-01T00:00", "2200-06-01T00:00"])
@pytest.mark.parametrize("zone", ["Asia/Seoul", "America/Los_Angeles"])
def test_a_time_out_of_reach_is_refused(editor: Client, time: str, zone: str) -> None:
    answer = editor.post(NEW, filled_in(zone=zone, publish_from=time))

    assert set(errors_of(answer)) == {"publish_from"}


@pytest.mark.parametrize("change", [{"publish_from": "tomorrow"}, {"publish_from": ""}, {"author": "a\0b"}])
def test_nonsense_is_refused_with_the_field_named(editor: Client, change: dict[str, str]) -> None:
    assert set(errors_of(editor.post(NEW, filled_in(**change)))) == set(change)


def test_a_zone_that_was_tampered_with_is_refused(editor: Client) -> None:
    assert "zone" in errors_of(editor.post(NEW, filled_in(zone="../../etc/passwd")))


@pytest.mark.parametrize(
    "change",
    [
        {"texts-TOTAL_FORMS": "999999"},
        {"texts-TOTAL_FORMS": "x"},
        {"texts-INITIAL_FORMS": "2", "texts-0-id": "77", "texts-1-id": "x"},
        {"texts-INITIAL_FORMS": "1"},
    ],
)
def test_a_form_set_that_was_tampered_with_is_refused(editor: Client, change: dict[str, str]) -> None:
    assert editor.post(NEW, filled_in(**change)).status_code == 200
    assert not Notice.objects.exists()


def test_an_editor_changes_a_text_and_removes_the_other(editor: Client, write: Any) -> None:
    notice = write()

    answer = editor.post(
        f"{LIST}{notice.pk}/", changed(notice, **{"texts-0-title": "바뀐 제목", "texts-1-DELETE": "on"}), follow=True
    )

    assert "The notice has been changed." in answer.content.decode()
    assert dict(NoticeTranslation.objects.values_list("language", "title")) == {"ko": "바뀐 제목"}


def test_the_last_text_cannot_be_removed(editor: Client, write: Any) -> None:
    notice = write()

    answer = editor.post(f"{LIST}{notice.pk}/", changed(notice, **{"texts-0-DELETE": "on", "texts-1-DELETE": "on"}))

    assert errors_of(answer)["texts"] == ["Write the notice in one language at least."]
    assert notice.translations.count() == 2


def test_a_notice_of_one_language_offers_the_other(editor: Client, write: Any) -> None:
    notice = write(ko=None)

    forms = editor.get(f"{LIST}{notice.pk}/").context["form"].texts.forms

    assert [(form["language"].value(), form.instance._state.adding) for form in forms] == [("en", False), ("ko", True)]


def test_buttons_publish_and_withdraw(editor: Client, write: Any) -> None:
    notice = write(ago=timedelta(days=-1))

    published = editor.post(f"{LIST}{notice.pk}/publication/", follow=True)
    assert "“Maintenance” is on the board." in published.content.decode()
    assert Notice.objects.get().state == State.LIVE

    withdrawn = editor.post(f"{LIST}{notice.pk}/withdrawal/", follow=True)
    assert "“Maintenance” has been withdrawn." in withdrawn.content.decode()
    assert Notice.objects.get().state == State.WITHDRAWN


def test_following_a_link_presses_no_button(editor: Client, write: Any) -> None:
    notice = write()

    assert editor.get(f"{LIST}{notice.pk}/withdrawal/").status_code == 405
    assert Notice.objects.get().state == State.LIVE


def test_a_button_of_a_notice_that_is_gone_is_404(editor: Client) -> None:
    assert editor.post(f"{LIST}{uuid4()}/withdrawal/").status_code == 404
    assert editor.post(f"{LIST}{uuid4()}/publication/").status_code == 404


def test_the_list_shows_one_state_when_asked(editor: Client, write: Any) -> None:
    write(ago=timedelta(days=-1))
    over = write(publish_until=timezone.now() - timedelta(minutes=1))

    page = editor.get(f"{LIST}?state=over")

    assert [notice.pk for notice in page.context["notices"]] == [over.pk]
    assert len(editor.get(f"{LIST}?state=nonsense").context["notices"]) == 2


def test_the_list_costs_as_many_queries_for_twenty_notices_as_for_one(
    editor: Client, write: Any, django_assert_max_num_queries: Any
) -> None:
    write()
    with django_assert_max_num_queries(10) as for_one:
        editor.get(LIST)
    for _ in range(19):
        write()

    with django_assert_max_num_queries(len(for_one)):
        assert len(editor.get(LIST).context["notices"]) == 20


def test_the_pages_are_in_korean_for_whoever_reads_korean(editor: Client) -> None:
    page = editor.get(NEW, headers={"Accept-Language": "ko"}).content.decode()

    assert '<html lang="ko">' in page
    assert "공지 쓰기" in page


def test_a_project_without_the_board_has_the_pages_and_no_link_to_it(
    editor: Client, write: Any, without_board: None
) -> None:
    notice = write()

    for address in (LIST, NEW, f"{LIST}{notice.pk}/"):
        page = editor.get(address)

        assert page.status_code == 200
        assert "/board/" not in page.content.decode()
