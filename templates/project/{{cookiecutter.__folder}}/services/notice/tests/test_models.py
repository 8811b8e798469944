from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from django.db import IntegrityError, transaction

from {{ cookiecutter.namespace }}.service.notice.models import Notice, State

BEGIN = datetime.fromisoformat("2026-03-02T09:00:00+09:00")
END = datetime.fromisoformat("2026-03-02T18:00:00+09:00")
INSTANT = timedelta(microseconds=1)


@pytest.mark.parametrize(
    ("moment", "state"),
    [
        (BEGIN - INSTANT, State.SCHEDULED),
        (BEGIN, State.LIVE),
        (END - INSTANT, State.LIVE),
        (END, State.OVER),
    ],
)
def test_a_window_holds_its_first_moment_and_not_its_last(write: Any, moment: datetime, state: State) -> None:
    notice = write(publish_from=BEGIN, publish_until=END)

    assert notice.state_at(moment) == state
    assert list(Notice.objects.in_state(state, moment)) == [notice]


def test_a_notice_is_in_one_state_at_a_time_and_the_row_agrees_with_the_database(write: Any) -> None:
    for until in (None, END, END + timedelta(days=1)):
        for withdrawn in (None, BEGIN):
            write(publish_from=BEGIN, publish_until=until, withdrawn_at=withdrawn)

    for moment in (BEGIN - INSTANT, BEGIN, END, END + timedelta(days=2)):
        found = {state: set(Notice.objects.in_state(state, moment)) for state in State}

        assert sum(map(len, found.values())) == Notice.objects.count()
        assert all(notice.state_at(moment) == state for state, notices in found.items() for notice in notices)


def test_a_window_without_end_never_ends(write: Any) -> None:
    notice = write(publish_from=BEGIN, publish_until=None)

    assert notice.state_at(datetime(2099, 12, 31, tzinfo=UTC)) == State.LIVE


def test_the_database_keeps_no_window_that_ends_before_it_begins(write: Any) -> None:
    with pytest.raises(IntegrityError), transaction.atomic():
        write(publish_from=BEGIN, publish_until=BEGIN)


def test_the_database_keeps_one_text_a_language(write: Any) -> None:
    notice = write()

    with pytest.raises(IntegrityError), transaction.atomic():
        notice.translations.create(language="ko", title="다른 제목", body="다른 내용")
