"""The HTTP API: parse, call, answer; nothing else."""

from datetime import date

from django.http import HttpRequest
from ninja import Router, Status

from {{ cookiecutter.namespace }}.contracts.link import ClicksOfDay, LinkChange, LinkRecord, NewLink, Slug
from {{ cookiecutter.namespace }}.kit.callers import service
from {{ cookiecutter.namespace }}.kit.paging import Limit, Page
from {{ cookiecutter.namespace }}.service.link import actions, queries

router = Router(tags=["link"], auth=service)


@router.post("/links", response={201: LinkRecord})
def create_link(request: HttpRequest, new: NewLink) -> Status[LinkRecord]:
    """Make a link at a slug that the service chooses."""
    return Status(201, actions.create_link(new=new))


@router.get("/links", response=Page[LinkRecord])
def list_links(request: HttpRequest, limit: Limit = 20, after: Slug | None = None) -> Page[LinkRecord]:
    """All links, by slug."""
    return queries.list_links(limit=limit, after=after)


@router.get("/links/{slug}", response=LinkRecord)
def get_link(request: HttpRequest, slug: Slug) -> LinkRecord:
    """One link."""
    return queries.get_link(slug=slug)


@router.put("/links/{slug}", response=LinkRecord)
def put_link(request: HttpRequest, slug: Slug, new: NewLink) -> LinkRecord:
    """Make a link at a slug of your choice. Safe to send again."""
    return actions.put_link(slug=slug, new=new)


@router.patch("/links/{slug}", response=LinkRecord)
def change_link(request: HttpRequest, slug: Slug, change: LinkChange) -> LinkRecord:
    """Let a link lead elsewhere, end at another time, or stop."""
    return actions.change_link(slug=slug, change=change)


@router.get("/links/{slug}/days", response=Page[ClicksOfDay])
def list_days(request: HttpRequest, slug: Slug, limit: Limit = 31, after: date | None = None) -> Page[ClicksOfDay]:
    """How often a link was followed on each day, the latest day first."""
    return queries.list_days(slug=slug, limit=limit, before=after)
