"""Writes."""

from django.db.models import F
from django.utils import timezone

from {{ cookiecutter.namespace }}.contracts.link import LinkChange, LinkRecord, NewLink, SlugTaken, check_slug
from {{ cookiecutter.namespace }}.kit.transactions import atomic_for
from {{ cookiecutter.namespace }}.service.link import queries
from {{ cookiecutter.namespace }}.service.link.models import ClickDay, Link
from {{ cookiecutter.namespace }}.service.link.slugs import new_slug


def create_link(*, new: NewLink) -> LinkRecord:
    """A link at a slug that we choose."""
    with atomic_for(Link):
        made = False
        while not made:
            link, made = Link.objects.get_or_create(slug=new_slug(), defaults=new.model_dump())
    return queries.as_record(link)


def put_link(*, slug: str, new: NewLink) -> LinkRecord:
    """A link at a slug of the caller's choice, once however often it is called.

    Raises SlugTaken where that slug leads elsewhere; Invalid, naming `slug`, where it cannot be one.
    """
    slug = check_slug(slug)
    with atomic_for(Link):
        link, _ = Link.objects.get_or_create(slug=slug, defaults=new.model_dump())
    if (link.target, link.expires_at) != (new.target, new.expires_at):
        raise SlugTaken(f"{slug} leads elsewhere, or ends at another time")
    return queries.as_record(link)


def change_link(*, slug: str, change: LinkChange) -> LinkRecord:
    """Let a link lead elsewhere, end at another time, or stop. Raises UnknownLink."""
    with atomic_for(Link):
        link = queries.find(slug)
        changed = change.model_dump(exclude_unset=True)
        for name, value in changed.items():
            setattr(link, name, value)
        # Only what was changed: whoever saves the whole row writes back the clicks that it read a moment ago.
        link.save(update_fields=changed)
    return queries.get_link(slug=slug)


def count_click(link: Link) -> None:
    """Count one click, in all and for today. None is lost, however many come at once."""
    with atomic_for(Link):
        # Added in the database, and first: the row is locked until the commit, so the day below has one writer.
        Link.objects.filter(pk=link.pk).update(clicks=F("clicks") + 1)
        day, _ = ClickDay.objects.get_or_create(link=link, day=timezone.localdate())
        ClickDay.objects.filter(pk=day.pk).update(clicks=F("clicks") + 1)
