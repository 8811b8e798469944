"""The tests that every client of the notice contract passes, and a stand-in that passes them from memory."""

from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import UUID, uuid4

import pytest

from {{ cookiecutter.namespace }}.contracts.notice import (
    Announcement,
    Language,
    NewNotice,
    Notice,
    NoticeRecord,
    NoticeSummary,
    NoticeText,
    UnknownNotice,
    Withdrawal,
)
from {{ cookiecutter.namespace }}.kit.paging import Page
from {{ cookiecutter.namespace }}.kit.problems import Invalid, KeyReused

KO = NoticeText(title="점검 안내", body="오전 9시에 점검이 있습니다.")
EN = NoticeText(title="Maintenance", body="We clean the servers at nine.")


def new_notice(*, begins: timedelta = timedelta(hours=-1), **changes: Any) -> NewNotice:
    """A notice in both languages that begins `begins` from now, an hour ago unless told otherwise."""
    begin = datetime.now(UTC).replace(microsecond=0) + begins  # no finer than what JSON carries on every way
    usual = {"translations": {"ko": KO, "en": EN}, "publish_from": begin, "author": "Operations"}
    return NewNotice.model_validate(usual | changes)


class NoticeContract:
    """Subclass it with a fixture `client`, of a service that holds no notice yet."""

    def test_a_notice_is_found_by_id_in_either_language(self, client: Notice) -> None:
        notice_id = uuid4()
        client.create_notice(notice_id=notice_id, new=new_notice())

        ko = client.get_notice(notice_id=notice_id, language="ko")
        en = client.get_notice(notice_id=notice_id, language="en")

        assert (ko.title, ko.body, ko.language, ko.fallback) == (KO.title, KO.body, "ko", False)
        assert (en.title, en.body, en.language, en.fallback) == (EN.title, EN.body, "en", False)

    def test_a_notice_without_the_language_is_told_in_the_other_and_says_so(self, client: Notice) -> None:
        notice_id = uuid4()
        client.create_notice(notice_id=notice_id, new=new_notice(translations={"ko": KO}))

        found = client.get_notice(notice_id=notice_id, language="en")

        assert (found.title, found.language, found.fallback) == (KO.title, "ko", True)
        assert client.list_notices(language="en").items[0].fallback

    def test_an_unknown_notice_is_refused(self, client: Notice) -> None:
        with pytest.raises(UnknownNotice):
            client.get_notice(notice_id=uuid4(), language="ko")

    def test_a_notice_that_has_not_begun_is_not_to_be_seen(self, client: Notice) -> None:
        notice_id = uuid4()
        client.create_notice(notice_id=notice_id, new=new_notice(begins=timedelta(hours=1)))

        with pytest.raises(UnknownNotice):
            client.get_notice(notice_id=notice_id, language="ko")
        assert client.list_notices(language="ko").items == []

    def test_a_notice_that_is_over_is_not_to_be_seen(self, client: Notice) -> None:
        notice_id = uuid4()
        over = datetime.now(UTC) - timedelta(minutes=1)
        client.create_notice(notice_id=notice_id, new=new_notice(publish_until=over))

        with pytest.raises(UnknownNotice):
            client.get_notice(notice_id=notice_id, language="ko")
        assert client.list_notices(language="ko").items == []

    def test_pinned_notices_come_first_and_then_the_newest(self, client: Notice) -> None:
        old, new, pinned = uuid4(), uuid4(), uuid4()
        client.create_notice(notice_id=old, new=new_notice(begins=timedelta(days=-2)))
        client.create_notice(notice_id=new, new=new_notice(begins=timedelta(days=-1)))
        client.create_notice(notice_id=pinned, new=new_notice(begins=timedelta(days=-3), pinned=True))

        assert [notice.id for notice in client.list_notices(language="ko").items] == [pinned, new, old]

    def test_a_list_is_read_page_by_page_without_gap_or_double(self, client: Notice) -> None:
        same_moment = datetime.now(UTC) - timedelta(days=1)
        made = [uuid4() for _ in range(7)]
        for number, notice_id in enumerate(made):
            client.create_notice(notice_id=notice_id, new=new_notice(publish_from=same_moment, pinned=number < 2))

        seen, after = [], None
        while True:
            page = client.list_notices(language="en", limit=3, after=after)
            seen += [notice.id for notice in page.items]
            after = page.next
            if after is None:
                break

        assert len(seen) == 7
        assert set(seen) == set(made)
        assert set(seen[:2]) == set(made[:2])

    @pytest.mark.parametrize("cursor", ["", "next", "1-2-3", "0-99999999999999999999-" + "0" * 32])
    def test_a_cursor_that_no_page_has_given_is_refused(self, client: Notice, cursor: str) -> None:
        with pytest.raises(Invalid):
            client.list_notices(language="ko", after=cursor)

    def test_a_notice_that_is_sent_again_is_the_same_notice(self, client: Notice) -> None:
        notice_id, new = uuid4(), new_notice()

        first = client.create_notice(notice_id=notice_id, new=new)
        again = client.create_notice(notice_id=notice_id, new=new)

        assert first == again == Announcement(id=notice_id, **new.model_dump())
        assert len(client.list_notices(language="ko").items) == 1

    def test_one_moment_told_in_two_time_zones_is_the_same_notice(self, client: Notice) -> None:
        notice_id = uuid4()
        client.create_notice(notice_id=notice_id, new=new_notice(publish_from="2026-03-02T09:00:00+09:00"))

        again = client.create_notice(notice_id=notice_id, new=new_notice(publish_from="2026-03-02T00:00:00Z"))

        assert again.id == notice_id

    def test_the_same_id_with_another_notice_is_refused(self, client: Notice) -> None:
        notice_id, new = uuid4(), new_notice()
        client.create_notice(notice_id=notice_id, new=new)

        with pytest.raises(KeyReused):
            client.create_notice(notice_id=notice_id, new=new.model_copy(update={"pinned": True}))

        assert not client.get_notice(notice_id=notice_id, language="ko").pinned

    def test_a_withdrawn_notice_is_not_to_be_seen(self, client: Notice) -> None:
        notice_id = uuid4()
        client.create_notice(notice_id=notice_id, new=new_notice())

        client.withdraw_notice(notice_id=notice_id)

        with pytest.raises(UnknownNotice):
            client.get_notice(notice_id=notice_id, language="ko")
        assert client.list_notices(language="ko").items == []

    def test_withdrawing_again_changes_nothing(self, client: Notice) -> None:
        notice_id = uuid4()
        client.create_notice(notice_id=notice_id, new=new_notice())

        assert client.withdraw_notice(notice_id=notice_id) == client.withdraw_notice(notice_id=notice_id)

    def test_sending_a_withdrawn_notice_again_does_not_bring_it_back(self, client: Notice) -> None:
        notice_id, new = uuid4(), new_notice()
        first = client.create_notice(notice_id=notice_id, new=new)
        client.withdraw_notice(notice_id=notice_id)

        assert client.create_notice(notice_id=notice_id, new=new) == first
        assert client.list_notices(language="ko").items == []

    def test_withdrawing_an_unknown_notice_is_refused(self, client: Notice) -> None:
        with pytest.raises(UnknownNotice):
            client.withdraw_notice(notice_id=uuid4())


class StandInNotice:
    """The notice service from memory. Its cursors are the ids of notices."""

    def __init__(self) -> None:
        self.notices: dict[UUID, NewNotice] = {}
        self.withdrawals: dict[UUID, Withdrawal] = {}

    def list_notices(self, *, language: Language, limit: int = 20, after: str | None = None) -> Page[NoticeSummary]:
        records = [self._record(notice_id, language) for notice_id in self.notices if self._is_live(notice_id)]
        records.sort(key=lambda record: (record.pinned, record.publish_from, record.id), reverse=True)
        cursors = [str(record.id) for record in records]
        if after is not None and after not in cursors:
            raise Invalid("after: not a cursor of this list", errors=[{"field": "after", "message": "not a cursor"}])
        begin = 0 if after is None else cursors.index(after) + 1
        shown = records[begin : begin + limit]
        more = begin + limit < len(records)
        return Page(items=list(shown), next=str(shown[-1].id) if more else None)

    def get_notice(self, *, notice_id: UUID, language: Language) -> NoticeRecord:
        if notice_id not in self.notices or not self._is_live(notice_id):
            raise UnknownNotice
        return self._record(notice_id, language)

    def create_notice(self, *, notice_id: UUID, new: NewNotice) -> Announcement:
        if self.notices.setdefault(notice_id, new) != new:
            raise KeyReused
        return Announcement(id=notice_id, **new.model_dump())

    def withdraw_notice(self, *, notice_id: UUID) -> Withdrawal:
        if notice_id not in self.notices:
            raise UnknownNotice
        withdrawal = Withdrawal(notice_id=notice_id, withdrawn_at=datetime.now(UTC))
        return self.withdrawals.setdefault(notice_id, withdrawal)

    def _is_live(self, notice_id: UUID) -> bool:
        notice, now = self.notices[notice_id], datetime.now(UTC)
        begun = notice.publish_from <= now
        over = notice.publish_until is not None and notice.publish_until <= now
        return begun and not over and notice_id not in self.withdrawals

    def _record(self, notice_id: UUID, language: Language) -> NoticeRecord:
        notice = self.notices[notice_id]
        told: Language = language if language in notice.translations else next(iter(notice.translations))
        return NoticeRecord(
            id=notice_id,
            pinned=notice.pinned,
            publish_from=notice.publish_from,
            publish_until=notice.publish_until,
            author=notice.author,
            language=told,
            fallback=told != language,
            title=notice.translations[told].title,
            body=notice.translations[told].body,
        )
