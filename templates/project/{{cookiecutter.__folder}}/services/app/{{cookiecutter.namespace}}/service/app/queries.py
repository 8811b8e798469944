"""Reads."""

from django.db.models import QuerySet
from django.utils import timezone

from {{ cookiecutter.namespace }}.contracts.app import (
    TitleRecord,
    UnknownTitle,
    Update,
    VersionRecord,
    check_number,
    check_platform,
    check_title,
)
from {{ cookiecutter.namespace }}.kit.paging import Page, page
from {{ cookiecutter.namespace }}.service.app.models import Title, Version
from {{ cookiecutter.namespace }}.service.app.numbers import rank_of


def get_title(*, slug: str) -> TitleRecord:
    """One title. Raises UnknownTitle."""
    return as_title(find(slug))


def list_titles(*, limit: int, after: str | None = None) -> Page[TitleRecord]:
    """All titles, by slug."""
    rows = Title.objects.order_by("slug")
    if after is not None:
        rows = rows.filter(slug__gt=after)
    return page(rows, limit=limit, cursor=lambda title: title.slug, item=as_title)


def list_versions(*, slug: str, platform: str, limit: int, after: str | None = None) -> Page[VersionRecord]:
    """The versions of a title that are out on a platform, the latest first. Raises UnknownTitle."""
    rows = _out(find(slug), platform).order_by("-rank")
    if after is not None:
        rows = rows.filter(rank__lt=rank_of(check_number(after)))
    return page(rows, limit=limit, cursor=lambda version: version.number, item=as_version)


def get_update(*, slug: str, platform: str, number: str) -> Update:
    """What a game that runs version `number` should do. Raises UnknownTitle."""
    rank = rank_of(check_number(number))
    out = _out(find(slug), platform)
    latest = out.order_by("-rank").first()
    return Update(
        must_update=out.filter(rank__gt=rank, required=True).exists(),
        may_update=latest is not None and latest.rank > rank,
        latest=as_version(latest) if latest is not None else None,
    )


def find(slug: str) -> Title:
    """The row of a title. Raises UnknownTitle; Invalid, naming `slug`, where that can be nobody's."""
    title = Title.objects.filter(slug=check_title(slug)).first()
    if title is None:
        raise UnknownTitle(f"there is no title {slug}")
    return title


def _out(title: Title, platform: str) -> QuerySet[Version]:
    """What has been released by now."""
    versions = Version.objects.filter(title=title, platform=check_platform(platform), released_at__lte=timezone.now())
    return versions.select_related("title", "file")


def as_title(title: Title) -> TitleRecord:
    """A row, as the contract speaks of it."""
    return TitleRecord(slug=title.slug, name=title.name)


def as_version(version: Version) -> VersionRecord:
    """A row, as the contract speaks of it."""
    return VersionRecord(
        title=version.title.slug,
        platform=check_platform(version.platform),
        number=version.number,
        required=version.required,
        released_at=version.released_at,
        file_id=version.file_id,
        content=version.file.address if version.file is not None else None,
    )
