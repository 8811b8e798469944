"""Sample notices: most to be seen always, some only for a while that has passed, some not before a far day."""

from datetime import UTC, datetime, timedelta

from django.db.models import F

from {{ cookiecutter.namespace }}.kit.sample import DAY_ONE, NOTICES, Progress, sample_id
from {{ cookiecutter.namespace }}.service.notice.models import Notice, NoticeTranslation
from {{ cookiecutter.namespace }}.service.notice.sample_texts import AHEAD, KINDS, PINNED, tell

SCHEDULED = 8
FAR_DAY = datetime(2090, 1, 1, tzinfo=UTC)  # so that what is scheduled stays so, whenever the sample is looked at


def window(number: int) -> tuple[datetime, datetime | None]:
    """When the `number`th notice is shown: from nine in the morning in Seoul, and every fourth for a week only."""
    if number > NOTICES - SCHEDULED:
        return FAR_DAY + timedelta(days=number), None
    begins = DAY_ONE + timedelta(days=number)
    return begins, begins + timedelta(days=7) if number % 4 == 0 else None


def notice(number: int) -> tuple[Notice, list[NoticeTranslation]]:
    """The `number`th sample notice and its texts."""
    begins, ends = window(number)
    pinned = number <= len(PINNED)
    if pinned:
        kind = PINNED[number - 1]
    else:
        kinds = AHEAD if number > NOTICES - SCHEDULED else KINDS
        kind = kinds[number % len(kinds)]
    row = Notice(
        id=sample_id("notice", number),
        pinned=pinned,
        publish_from=begins,
        publish_until=ends,
        author=kind.author,
        created_at=begins - timedelta(days=1),
    )
    texts = tell(kind, number, begins).items()
    return row, [NoticeTranslation(notice=row, language=code, title=title, body=body) for code, (title, body) in texts]


def fill(progress: Progress) -> None:
    """Make the sample notices."""
    made = [notice(number) for number in range(1, NOTICES + 1)]
    Notice.objects.bulk_create(row for row, _ in made)
    Notice.objects.update(updated_at=F("created_at"))  # the field itself would say: at this very moment
    NoticeTranslation.objects.bulk_create(text for _, texts in made for text in texts)
    progress("notices", NOTICES, NOTICES)
