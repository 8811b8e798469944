"""The HTTP API: parse, call, answer; nothing else."""

from uuid import UUID

from django.http import HttpRequest
from ninja import Router

from {{ cookiecutter.namespace }}.contracts.event import EventPage, EventRecord, NewEvent, NewProgress, Standing
from {{ cookiecutter.namespace }}.contracts.notice import Language
from {{ cookiecutter.namespace }}.kit.callers import Kind, caller_of, service
from {{ cookiecutter.namespace }}.kit.keys import IdempotencyKey
from {{ cookiecutter.namespace }}.kit.paging import Limit, Page
from {{ cookiecutter.namespace }}.kit.problems import Unauthenticated
from {{ cookiecutter.namespace }}.service.event import actions, queries
from {{ cookiecutter.namespace }}.service.event.page import get_page as compose_page

router = Router(tags=["event"])


@router.get("/events", response=Page[EventRecord])
def list_events(request: HttpRequest, limit: Limit = 20, after: UUID | None = None) -> Page[EventRecord]:
    """All events, by id."""
    return queries.list_events(limit=limit, after=after)


@router.put("/events/{event_id}", response=EventRecord, auth=service)
def open_event(request: HttpRequest, event_id: UUID, new: NewEvent) -> EventRecord:
    """Open an event. The id in the address, which the caller chooses, makes it safe to send again."""
    return actions.open_event(event_id=event_id, new=new)


@router.get("/events/{event_id}", response=EventRecord)
def get_event(request: HttpRequest, event_id: UUID) -> EventRecord:
    """One event, and how far its parts are."""
    return queries.get_event(event_id=event_id)


@router.get("/events/{event_id}/page", response=EventPage)
def get_page(
    request: HttpRequest, event_id: UUID, language: Language = "en", player_id: UUID | None = None
) -> EventPage:
    """An event with its banner, its announcement and its rewards; with `player_id`, that player's part in it."""
    caller = caller_of(request)
    if player_id and caller.kind is Kind.NOBODY:
        raise Unauthenticated
    page = compose_page(event_id=event_id, language=language, player_id=player_id)
    if caller.kind is Kind.DEVICE:
        if page.player:
            caller.must_own(page.player.vid_id)
        else:  # nobody can say now whose player it is
            page.standing = None
    return page


@router.post("/events/{event_id}/progress", response=Standing, auth=service)
def record_progress(request: HttpRequest, event_id: UUID, key: IdempotencyKey, body: NewProgress) -> Standing:
    """Report points that a player has made. Safe to send again with the same key."""
    return actions.record_progress(event_id=event_id, player_id=body.player_id, points=body.points, key=key)
