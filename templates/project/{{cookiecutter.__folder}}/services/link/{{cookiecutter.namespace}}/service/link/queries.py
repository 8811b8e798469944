"""Reads."""

from datetime import date

from {{ cookiecutter.namespace }}.contracts.link import ClicksOfDay, LinkRecord, UnknownLink, check_slug
from {{ cookiecutter.namespace }}.kit.paging import Page, page
from {{ cookiecutter.namespace }}.service.link.models import ClickDay, Link


def get_link(*, slug: str) -> LinkRecord:
    """One link. Raises UnknownLink; Invalid, naming `slug`, where that can be nobody's."""
    return as_record(find(slug))


def list_links(*, limit: int, after: str | None = None) -> Page[LinkRecord]:
    """All links, by slug."""
    rows = Link.objects.order_by("slug")
    if after is not None:
        rows = rows.filter(slug__gt=after)
    return page(rows, limit=limit, cursor=lambda link: link.slug, item=as_record)


def list_days(*, slug: str, limit: int, before: date | None = None) -> Page[ClicksOfDay]:
    """The days on which a link was followed, the latest first. Raises UnknownLink."""
    rows = ClickDay.objects.filter(link=find(slug)).order_by("-day")
    if before is not None:
        rows = rows.filter(day__lt=before)
    return page(
        rows,
        limit=limit,
        cursor=lambda row: row.day,
        item=lambda row: ClicksOfDay(day=row.day, clicks=row.clicks),
    )


def find(slug: str) -> Link:
    """The row of a link. Raises UnknownLink; Invalid, naming `slug`, where that can be nobody's."""
    link = Link.objects.filter(slug=check_slug(slug)).first()
    if link is None:
        raise UnknownLink(f"there is no link {slug}")
    return link


def as_record(link: Link) -> LinkRecord:
    """A row, as the contract speaks of it."""
    return LinkRecord(
        slug=link.slug,
        address=link.path,
        target=link.target,
        clicks=link.clicks,
        active=link.active,
        expires_at=link.expires_at,
        created_at=link.created_at,
    )
