"""The HTTP API: parse, call, answer; nothing else."""

from django.http import HttpRequest
from ninja import Router

from {{ cookiecutter.namespace }}.contracts.app import (
    NewTitle,
    NewVersion,
    Number,
    Platform,
    TitleRecord,
    TitleSlug,
    Update,
    VersionRecord,
)
from {{ cookiecutter.namespace }}.kit.callers import service
from {{ cookiecutter.namespace }}.kit.paging import Limit, Page
from {{ cookiecutter.namespace }}.service.app import actions, queries

router = Router(tags=["app"])


@router.get("/titles", response=Page[TitleRecord])
def list_titles(request: HttpRequest, limit: Limit = 20, after: TitleSlug | None = None) -> Page[TitleRecord]:
    """All titles, by slug."""
    return queries.list_titles(limit=limit, after=after)


@router.get("/titles/{slug}", response=TitleRecord)
def get_title(request: HttpRequest, slug: TitleSlug) -> TitleRecord:
    """One title."""
    return queries.get_title(slug=slug)


@router.put("/titles/{slug}", response=TitleRecord, auth=service)
def put_title(request: HttpRequest, slug: TitleSlug, new: NewTitle) -> TitleRecord:
    """Make a title, or give it another name."""
    return actions.put_title(slug=slug, new=new)


@router.get("/titles/{slug}/versions", response=Page[VersionRecord])
def list_versions(
    request: HttpRequest, slug: TitleSlug, platform: Platform, limit: Limit = 20, after: Number | None = None
) -> Page[VersionRecord]:
    """The versions that are out on a platform, the latest first."""
    return queries.list_versions(slug=slug, platform=platform, limit=limit, after=after)


@router.get("/titles/{slug}/update", response=Update)
def get_update(request: HttpRequest, slug: TitleSlug, platform: Platform, version: Number) -> Update:
    """What a game that runs this version should do. Open to everyone: a game asks before it is anybody."""
    return queries.get_update(slug=slug, platform=platform, number=version)


@router.put("/titles/{slug}/versions/{platform}/{number}", response=VersionRecord, auth=service)
def put_version(
    request: HttpRequest, slug: TitleSlug, platform: Platform, number: Number, new: NewVersion
) -> VersionRecord:
    """Say of a version what holds from now on. Safe to send again."""
    return actions.put_version(slug=slug, platform=platform, number=number, new=new)
