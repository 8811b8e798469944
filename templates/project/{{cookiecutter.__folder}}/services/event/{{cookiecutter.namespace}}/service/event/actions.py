"""Writes. Facts and what they owe to others go into one transaction; what is owed is done at once where it can be."""

from collections.abc import Iterator
from uuid import UUID

from django.db.models import F
from django.utils import timezone

from {{ cookiecutter.namespace }}.contracts.digests import digest_of
from {{ cookiecutter.namespace }}.contracts.event import EventNotOpen, EventRecord, NewEvent, Standing
from {{ cookiecutter.namespace }}.contracts.player import Grant, Item
from {{ cookiecutter.namespace }}.kit.outbox.promises import keep_now, promise
from {{ cookiecutter.namespace }}.kit.problems import KeyReused
from {{ cookiecutter.namespace }}.kit.transactions import atomic_for
from {{ cookiecutter.namespace }}.service.event import owed, queries
from {{ cookiecutter.namespace }}.service.event.models import Event, Participation, Progress


def open_event(*, event_id: UUID, new: NewEvent) -> EventRecord:
    """Open an event under an id that the caller chooses, once however often it is called.

    Raises KeyReused where the id came before with another event.
    """
    with atomic_for(Event, durable=True):
        values = {"title": new.title, "starts_at": new.starts_at, "ends_at": new.ends_at, "token": new.token}
        values |= {"goals": [goal.model_dump() for goal in new.goals], "request_digest": digest_of(new)}
        event, first = Event.objects.get_or_create(pk=event_id, defaults=values)
        if event.request_digest != digest_of(new):
            raise KeyReused(f"event {event_id} was opened before, and is another one")
        for name, (call, about) in owed.parts_of(event_id, new).items() if first else ():
            promise(call, promise_id=owed.key_of(event_id, name), **about)
    keep_now(queries.parts_of(event).values())
    return queries.as_event(event)


def record_progress(*, event_id: UUID, player_id: UUID, points: int, key: UUID) -> Standing:
    """Write down that a player has made points, once a key however often it is called.

    Raises UnknownEvent, EventNotOpen; KeyReused where the key came before with other points or for somebody else.
    """
    event = queries.find_event(event_id)
    with atomic_for(Progress, durable=True):
        participation, _ = Participation.objects.get_or_create(event=event, player_id=player_id)
        values = {"participation": participation, "points": points}
        progress, first = Progress.objects.get_or_create(key=key, defaults=values)
        if (progress.participation_id, progress.points) != (participation.id, points):
            raise KeyReused(f"the key {key} came before, with other points or for somebody else")
        promises = list(_count(event, participation, points, key)) if first else []
    keep_now(promises)
    return queries.get_standing(event=event, player_id=player_id)


def _count(event: Event, participation: Participation, points: int, key: UUID) -> Iterator[UUID]:
    """Add the points, and promise what comes of them."""
    if not event.starts_at <= timezone.now() < event.ends_at:
        raise EventNotOpen(f"it is open from {event.starts_at.isoformat()} to {event.ends_at.isoformat()}")
    Participation.objects.filter(pk=participation.pk).update(points=F("points") + points)
    participation.refresh_from_db()  # all additions up to ours: the row is ours until the commit
    player_id, before = participation.player_id, participation.points - points
    grant = Grant(key=owed.key_of(event.id, "tokens", key), items=[Item(item=event.token, count=points)])
    yield promise(owed.give_tokens, promise_id=grant.key, player_id=player_id, grant=grant)
    for goal in queries.goals_of(event):
        if before < goal.points <= participation.points:
            reward, campaign = (owed.key_of(event.id, what, goal.name) for what in (player_id, "rewards"))
            yield promise(owed.give_reward, promise_id=reward, campaign_id=campaign, player_id=player_id, key=reward)
