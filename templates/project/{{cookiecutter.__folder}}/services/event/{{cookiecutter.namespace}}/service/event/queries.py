"""Reads of its own facts."""

from uuid import UUID

from django.forms import model_to_dict

from {{ cookiecutter.namespace }}.contracts.event import EventRecord, Goal, Standing, UnknownEvent
from {{ cookiecutter.namespace }}.kit.outbox.promises import states_of
from {{ cookiecutter.namespace }}.kit.paging import Page, page
from {{ cookiecutter.namespace }}.service.event.models import Event
from {{ cookiecutter.namespace }}.service.event.owed import key_of


def get_event(*, event_id: UUID) -> EventRecord:
    """One event. Raises UnknownEvent."""
    return as_event(find_event(event_id))


def list_events(*, limit: int = 20, after: UUID | None = None) -> Page[EventRecord]:
    """All events, by id."""
    rows = Event.objects.order_by("id") if after is None else Event.objects.order_by("id").filter(id__gt=after)
    return page(rows, limit=limit, cursor=lambda event: event.id, item=as_event)


def find_event(event_id: UUID) -> Event:
    """The row of an event. Raises UnknownEvent."""
    if event := Event.objects.filter(pk=event_id).first():
        return event
    raise UnknownEvent(f"there is no event {event_id}")


def get_standing(*, event: Event, player_id: UUID) -> Standing:
    """How far a player is; one that has not taken part has no points."""
    points = event.participations.filter(player_id=player_id).values_list("points", flat=True).first() or 0
    earned = {goal.name: key_of(event.id, player_id, goal.name) for goal in goals_of(event) if goal.points <= points}
    return Standing(event_id=event.id, player_id=player_id, points=points, rewards=states_of(earned))


def as_event(event: Event) -> EventRecord:
    """An event's row, as the contract speaks of it."""
    return EventRecord.model_validate(model_to_dict(event) | {"id": event.id, "parts": states_of(parts_of(event))})


def goals_of(event: Event) -> list[Goal]:
    """What is to be reached in an event."""
    return [Goal.model_validate(goal) for goal in event.goals]


def parts_of(event: Event) -> dict[str, UUID]:
    """What an event is made of, if it has all of it: by name, the ids of the promises to make it."""
    names = ["banner", "announcement", *(f"rewards.{goal.name}" for goal in goals_of(event))]
    return {name: key_of(event.id, name) for name in names}
