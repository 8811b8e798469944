"""Writes."""

from uuid import UUID

from django.utils import timezone

from {{ cookiecutter.namespace }}.contracts.digests import digest_of
from {{ cookiecutter.namespace }}.contracts.notice import Announcement, NewNotice, Withdrawal
from {{ cookiecutter.namespace }}.kit.problems import KeyReused
from {{ cookiecutter.namespace }}.kit.transactions import atomic_for
from {{ cookiecutter.namespace }}.service.notice import queries
from {{ cookiecutter.namespace }}.service.notice.models import Notice, NoticeTranslation, State


def create_notice(*, notice_id: UUID, new: NewNotice) -> Announcement:
    """Make a notice under an id that the caller chooses, once however often it is called.

    Raises KeyReused where the id came before with another notice, or belongs to one that staff wrote.
    """
    digest = digest_of(new)
    fields = new.model_dump(include={"pinned", "publish_from", "publish_until", "author"})
    with atomic_for(Notice):
        # The database decides who was first. Of two that come at once the second waits here for the first's commit.
        row, first = Notice.objects.get_or_create(pk=notice_id, defaults={**fields, "request_digest": digest})
        if row.request_digest != digest:
            raise KeyReused(f"notice {notice_id} was made before, and is another one")
        if first:
            NoticeTranslation.objects.bulk_create(
                NoticeTranslation(notice=row, language=language, title=text.title, body=text.body)
                for language, text in new.translations.items()
            )
    return Announcement(id=notice_id, **new.model_dump())


def withdraw_notice(*, notice_id: UUID) -> Withdrawal:
    """Show a notice no more, whether it has begun or not. The first withdrawal stands. Raises UnknownNotice."""
    with atomic_for(Notice):
        now = timezone.now()
        Notice.objects.filter(pk=notice_id, withdrawn_at=None).update(withdrawn_at=now, updated_at=now)
        notice = queries.find(notice_id)
    return Withdrawal.model_validate({"notice_id": notice.id, "withdrawn_at": notice.withdrawn_at})


def publish_now(*, notice_id: UUID) -> None:
    """Show a notice from this minute on, whatever its window was and even if it was withdrawn.

    An end that still lies ahead is kept; one that has passed is dropped. A notice that is live already stays as it is.
    Raises UnknownNotice.
    """
    with atomic_for(Notice):
        now = timezone.now()
        notice = queries.find(notice_id)
        if notice.state_at(now) is State.LIVE:
            return
        if notice.publish_until is not None and notice.publish_until <= now:
            notice.publish_until = None
        notice.withdrawn_at = None
        # To the minute, because that is what a form shows and sends back.
        notice.publish_from = now.replace(second=0, microsecond=0)
        notice.save(update_fields=["publish_from", "publish_until", "withdrawn_at", "updated_at"])
