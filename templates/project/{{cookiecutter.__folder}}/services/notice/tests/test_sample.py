from collections import Counter
from typing import Any

import pytest

from {{ cookiecutter.namespace }}.kit.sample import NOTICES, sample_id
from {{ cookiecutter.namespace }}.service.notice import queries, sample
from {{ cookiecutter.namespace }}.service.notice.models import Notice, NoticeTranslation, State

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def filled(db: None) -> None:
    sample.fill(lambda what, done, total: None)


def test_every_sample_notice_is_told_in_both_languages() -> None:
    languages = Counter(NoticeTranslation.objects.values_list("language", flat=True))

    assert languages == {"ko": NOTICES, "en": NOTICES}
    assert not NoticeTranslation.objects.filter(title__contains="{").exists()
    assert not NoticeTranslation.objects.filter(body__contains="{").exists()


@pytest.mark.parametrize("moment", ["2026-11-24T12:00:00+00:00", "2035-01-01T00:00:00+00:00"])
def test_the_sample_has_notices_in_every_state_in_this_year_and_in_ten(at: Any, moment: str) -> None:
    at(moment)

    states = Counter(notice.state for notice in Notice.objects.all())

    assert states[State.SCHEDULED] == sample.SCHEDULED
    assert states[State.OVER] > 20
    assert states[State.LIVE] > 100
    assert Notice.objects.live().filter(publish_until=None).count() > 100


def test_the_sample_board_begins_with_what_is_pinned(at: Any) -> None:
    at("2026-11-24T12:00:00+00:00")

    first = queries.list_notices(language="ko").items[:4]

    assert [notice.pinned for notice in first] == [True, True, True, False]


def test_the_sample_is_the_same_every_time() -> None:
    before = list(NoticeTranslation.objects.order_by("notice_id", "language").values_list("notice_id", "title", "body"))
    stamps = list(Notice.objects.order_by("id").values_list("id", "updated_at"))
    Notice.objects.all().delete()

    sample.fill(lambda what, done, total: None)

    after = list(NoticeTranslation.objects.order_by("notice_id", "language").values_list("notice_id", "title", "body"))
    assert after == before
    assert list(Notice.objects.order_by("id").values_list("id", "updated_at")) == stamps
    assert Notice.objects.filter(pk=sample_id("notice", 1)).exists()
