from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from {{ cookiecutter.namespace }}.service.app import sample
from {{ cookiecutter.namespace }}.service.app.models import Title, Version

pytestmark = pytest.mark.django_db

TITLES, VERSIONS = "/admin/app/title/", "/admin/app/version/"


@pytest.fixture
def otter(db: None) -> Title:
    """A title without versions."""
    return Title.objects.create(slug="otter", name="Sleepy Otter")


def form(title: Title, **changes: Any) -> dict[str, Any]:
    when = {"released_at_0": "2026-01-01", "released_at_1": "09:00:00"}
    return {"title": title.pk, "platform": "ios", "number": "1.4.2", "file": "", **when, **changes}


def test_a_version_is_made(operator: Client, otter: Title) -> None:
    operator.post(f"{VERSIONS}add/", form(otter))

    version = Version.objects.get()
    assert (version.number, version.rank) == ("1.4.2", 1_00004_00002)


@pytest.mark.parametrize("number", ["1.4", "01.4.2", "1.4.100000", "x"])
def test_the_form_asks_what_the_contract_asks(operator: Client, otter: Title, number: str) -> None:
    answer = operator.post(f"{VERSIONS}add/", form(otter, number=number))

    assert "number" in answer.context["adminform"].form.errors
    assert not Version.objects.exists()


def test_a_version_that_there_is_already_is_refused_kindly(operator: Client, otter: Title) -> None:
    operator.post(f"{VERSIONS}add/", form(otter))

    answer = operator.post(f"{VERSIONS}add/", form(otter))

    assert "This title has that version already." in str(answer.context["adminform"].form.errors)
    assert Version.objects.count() == 1


def test_what_a_version_is_stays_and_what_is_said_of_it_changes(operator: Client, otter: Title) -> None:
    operator.post(f"{VERSIONS}add/", form(otter))
    version = Version.objects.get()

    operator.post(f"{VERSIONS}{version.pk}/change/", form(otter, number="9.9.9", required="on"))

    version.refresh_from_db()
    assert (version.number, version.required) == ("1.4.2", True)


def test_versions_are_marked_as_required_and_released_from_it(operator: Client, otter: Title) -> None:
    operator.post(f"{VERSIONS}add/", form(otter))
    chosen = [Version.objects.get().pk]

    operator.post(VERSIONS, {"action": "require", "_selected_action": chosen})
    assert Version.objects.get().required

    operator.post(VERSIONS, {"action": "release_from_duty", "_selected_action": chosen})
    assert not Version.objects.get().required


@pytest.mark.parametrize("words", ["1.4", "sleepy", "otter"])
def test_versions_are_found_by_number_and_by_title(operator: Client, otter: Title, words: str) -> None:
    operator.post(f"{VERSIONS}add/", form(otter))

    assert len(operator.get(VERSIONS, {"q": words}).context["cl"].result_list) == 1


def test_a_title_shows_its_versions_in_a_fixed_number_of_queries(operator: Client) -> None:
    sample.fill(lambda *step: None)
    eight, four = Title.objects.get(slug="sleepy-otter"), Title.objects.get(slug="badger-tactics")

    def queries(path: str) -> int:
        with CaptureQueriesContext(connection) as captured:
            assert operator.get(path).status_code == 200
        return len(captured)

    queries(f"{TITLES}{eight.pk}/change/")
    assert queries(f"{TITLES}{eight.pk}/change/") == queries(f"{TITLES}{four.pk}/change/")
    all_of_them = queries(VERSIONS)
    Version.objects.exclude(pk=Version.objects.first().pk).delete()
    assert queries(VERSIONS) == all_of_them


def test_a_title_says_how_many_versions_it_has(operator: Client) -> None:
    sample.fill(lambda *step: None)

    counts = {title.slug: title.count for title in operator.get(TITLES).context["cl"].result_list}

    assert counts == {"sleepy-otter": 8, "badger-tactics": 4}


def test_the_back_office_speaks_korean(operator: Client, otter: Title) -> None:
    page = operator.get(f"{VERSIONS}add/", headers={"Accept-Language": "ko"}).content.decode()

    assert "이보다 오래된 버전은 업데이트해야 게임을 할 수 있습니다." in page
    assert "게임:" in page
