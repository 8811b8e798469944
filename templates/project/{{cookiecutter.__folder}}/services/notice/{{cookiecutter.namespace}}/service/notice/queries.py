"""Reads."""

from typing import Any
from uuid import UUID

from django.db.models import QuerySet

from {{ cookiecutter.namespace }}.contracts.notice import Language, NoticeRecord, NoticeSummary, UnknownNotice
from {{ cookiecutter.namespace }}.kit.paging import Page, page
from {{ cookiecutter.namespace }}.service.notice import cursors, texts
from {{ cookiecutter.namespace }}.service.notice.models import Notice

SUMMARY = ["id", "pinned", "publish_from", "publish_until", "author", "language", "title"]


def list_notices(*, language: Language, limit: int = 20, after: str | None = None) -> Page[NoticeSummary]:
    """What is to be seen now: pinned ones first, then the newest. Raises Invalid where `after` is no cursor."""
    # Plain rows, and answers made without checking again what the database has kept: this is our busiest list.
    rows = _told(Notice.objects.live(), language).values(*SUMMARY)
    if after is not None:
        rows = rows.filter(cursors.after(after))
    return page(
        rows,
        limit=limit,
        cursor=cursors.cursor,
        item=lambda row: NoticeSummary.model_construct(fallback=row["language"] != language, **row),
    )


def get_notice(*, notice_id: UUID, language: Language) -> NoticeRecord:
    """One notice that is to be seen now. Raises UnknownNotice."""
    return _read(Notice.objects.live(), notice_id=notice_id, language=language)


def preview_notice(*, notice_id: UUID, language: Language) -> NoticeRecord:
    """One notice as it would look, whether it is to be seen now or not. For staff. Raises UnknownNotice."""
    return _read(Notice.objects.all(), notice_id=notice_id, language=language)


def board(language: Language) -> QuerySet[Any]:
    """The rows of the board, with the beginning of each text."""
    return _told(Notice.objects.live(), language).values(*SUMMARY, excerpt=texts.excerpt())


def find(notice_id: UUID) -> Notice:
    """The row of a notice, to be seen or not. Raises UnknownNotice."""
    notice = Notice.objects.filter(pk=notice_id).first()
    if notice is None:
        raise UnknownNotice(f"there is no notice {notice_id}")
    return notice


def _read(rows: QuerySet[Notice], *, notice_id: UUID, language: Language) -> NoticeRecord:
    """One of `rows`, whole. Raises UnknownNotice."""
    row = _told(rows.filter(pk=notice_id), language).values(*SUMMARY, body=texts.body()).first()
    if row is None:
        raise UnknownNotice(f"there is no notice {notice_id} to be seen")
    return NoticeRecord(fallback=row["language"] != language, **row)


def _told(rows: QuerySet[Notice], language: Language) -> QuerySet[Any]:
    """`rows` in a language, without those that say nothing in any."""
    return texts.in_language(rows, language).filter(title__isnull=False)
