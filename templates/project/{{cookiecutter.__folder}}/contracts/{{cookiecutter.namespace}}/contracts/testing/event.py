"""The tests that every client of the event contract passes, and a stand-in that passes them from memory."""

from base64 import b64encode
from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import UUID, uuid4

import pytest

from {{ cookiecutter.namespace }}.contracts.event import (
    Event,
    EventNotOpen,
    EventPage,
    EventRecord,
    Goal,
    NewEvent,
    Standing,
    UnknownEvent,
)
from {{ cookiecutter.namespace }}.contracts.notice import Language
from {{ cookiecutter.namespace }}.contracts.player import Item
from {{ cookiecutter.namespace }}.contracts.testing.notice import EN, KO
from {{ cookiecutter.namespace }}.kit.paging import Page
from {{ cookiecutter.namespace }}.kit.problems import KeyReused

BANNER = {"name": "lanterns.png", "content_type": "image/png", "content": b64encode(b"\x89PNG lanterns").decode()}
GOALS = [
    Goal(name="bronze", points=3, items=[Item(item="gem", count=1)]),
    Goal(name="gold", points=10, items=[Item(item="gem", count=5), Item(item="potion", count=1)]),
]


def new_event(**changes: Any) -> NewEvent:
    """An event that goes on now, with a banner, and rewards for 3 and for 10 points."""
    now = datetime.now(UTC).replace(microsecond=0)
    usual: dict[str, Any] = {
        "announcement": {"en": EN, "ko": KO},
        "starts_at": now - timedelta(hours=1),
        "ends_at": now + timedelta(hours=1),
        "token": "lantern",
        "goals": GOALS,
        "banner": BANNER,
    }
    return NewEvent.model_validate(usual | changes)


class EventContract:
    """Subclass it with fixtures `client` and `player_id` (a player that owns nothing). What it calls answers."""

    def test_an_event_is_opened_with_all_its_parts(self, client: Event) -> None:
        event_id, new = uuid4(), new_event()

        opened = client.open_event(event_id=event_id, new=new)

        assert (opened.id, opened.title, opened.token, opened.goals) == (event_id, EN.title, "lantern", GOALS)
        assert opened.parts == dict.fromkeys(["banner", "announcement", "rewards.bronze", "rewards.gold"], "kept")
        assert client.get_event(event_id=event_id) == opened

    def test_an_event_without_a_banner_has_one_part_less(self, client: Event) -> None:
        opened = client.open_event(event_id=uuid4(), new=new_event(banner=None))

        assert "banner" not in opened.parts

    def test_an_event_that_is_sent_again_is_the_same_one(self, client: Event) -> None:
        event_id, new = uuid4(), new_event()

        first = client.open_event(event_id=event_id, new=new)

        assert client.open_event(event_id=event_id, new=new) == first
        assert len(client.list_events().items) == 1

    def test_the_same_id_with_another_event_is_refused(self, client: Event) -> None:
        event_id = uuid4()
        client.open_event(event_id=event_id, new=new_event())

        with pytest.raises(KeyReused):
            client.open_event(event_id=event_id, new=new_event(token="balloon"))

    def test_an_unknown_event_is_refused(self, client: Event, player_id: UUID) -> None:
        with pytest.raises(UnknownEvent):
            client.get_event(event_id=uuid4())
        with pytest.raises(UnknownEvent):
            client.get_page(event_id=uuid4(), language="en")
        with pytest.raises(UnknownEvent):
            client.record_progress(event_id=uuid4(), player_id=player_id, points=1, key=uuid4())

    def test_events_are_listed_page_by_page(self, client: Event) -> None:
        made = {client.open_event(event_id=uuid4(), new=new_event()).id for _ in range(3)}

        first = client.list_events(limit=2)
        second = client.list_events(limit=2, after=UUID(first.next or ""))

        assert {event.id for event in first.items + second.items} == made
        assert second.next is None

    def test_points_add_up_and_a_goal_that_is_reached_is_rewarded(self, client: Event, player_id: UUID) -> None:
        event_id = uuid4()
        client.open_event(event_id=event_id, new=new_event())

        standings = [
            client.record_progress(event_id=event_id, player_id=player_id, points=points, key=uuid4())
            for points in (2, 2, 6)
        ]

        assert [standing.points for standing in standings] == [2, 4, 10]
        assert [standing.rewards for standing in standings] == [
            {},
            {"bronze": "kept"},
            {"bronze": "kept", "gold": "kept"},
        ]

    def test_the_same_progress_counts_once(self, client: Event, player_id: UUID) -> None:
        event_id, key = uuid4(), uuid4()
        client.open_event(event_id=event_id, new=new_event())

        first = client.record_progress(event_id=event_id, player_id=player_id, points=3, key=key)

        assert client.record_progress(event_id=event_id, player_id=player_id, points=3, key=key) == first

    def test_a_key_of_other_progress_is_refused(self, client: Event, player_id: UUID) -> None:
        event_id, key = uuid4(), uuid4()
        client.open_event(event_id=event_id, new=new_event())
        client.record_progress(event_id=event_id, player_id=player_id, points=3, key=key)

        with pytest.raises(KeyReused):
            client.record_progress(event_id=event_id, player_id=player_id, points=4, key=key)
        with pytest.raises(KeyReused):
            client.record_progress(event_id=event_id, player_id=uuid4(), points=3, key=key)

    @pytest.mark.parametrize("hours", [(1, 2), (-2, -1)], ids=["not begun", "over"])
    def test_nobody_makes_points_outside_of_an_events_time(
        self, client: Event, player_id: UUID, hours: tuple[int, int]
    ) -> None:
        begin, end = (datetime.now(UTC) + timedelta(hours=each) for each in hours)
        event_id = uuid4()
        client.open_event(event_id=event_id, new=new_event(starts_at=begin, ends_at=end))

        with pytest.raises(EventNotOpen):
            client.record_progress(event_id=event_id, player_id=player_id, points=1, key=uuid4())

    def test_a_page_shows_the_event_to_a_player(self, client: Event, player_id: UUID) -> None:
        event_id = uuid4()
        client.open_event(event_id=event_id, new=new_event())
        standing = client.record_progress(event_id=event_id, player_id=player_id, points=3, key=uuid4())

        page = client.get_page(event_id=event_id, language="ko", player_id=player_id)

        assert (page.event.id, page.missing) == (event_id, [])
        assert page.standing == standing

    def test_a_page_that_nobody_asked_for_a_player_shows_none(self, client: Event) -> None:
        event_id = uuid4()
        client.open_event(event_id=event_id, new=new_event())

        page = client.get_page(event_id=event_id, language="en")

        assert (page.player, page.standing, page.missing) == (None, None, [])


class StandInEvent:
    """The event service from memory. It calls nobody: what it owes is given at once."""

    def __init__(self) -> None:
        self.events: dict[UUID, tuple[NewEvent, EventRecord]] = {}
        self.progress: dict[UUID, tuple[UUID, UUID, int]] = {}

    def open_event(self, *, event_id: UUID, new: NewEvent) -> EventRecord:
        names = [*(["banner"] if new.banner else []), "announcement", *(f"rewards.{goal.name}" for goal in new.goals)]
        told = new.model_dump(include={"starts_at", "ends_at", "token", "goals"})
        record = EventRecord(id=event_id, title=new.title, parts=dict.fromkeys(names, "kept"), **told)
        asked, kept = self.events.setdefault(event_id, (new, record))
        if asked != new:
            raise KeyReused
        return kept

    def get_event(self, *, event_id: UUID) -> EventRecord:
        if event_id not in self.events:
            raise UnknownEvent
        return self.events[event_id][1]

    def list_events(self, *, limit: int = 20, after: UUID | None = None) -> Page[EventRecord]:
        ids = [event_id for event_id in sorted(self.events) if after is None or event_id > after]
        more = len(ids) > limit
        return Page(
            items=[self.get_event(event_id=event_id) for event_id in ids[:limit]],
            next=str(ids[limit - 1]) if more else None,
        )

    def get_page(self, *, event_id: UUID, language: Language, player_id: UUID | None = None) -> EventPage:
        event = self.get_event(event_id=event_id)
        return EventPage(event=event, standing=self._standing(event_id, player_id) if player_id else None)

    def record_progress(self, *, event_id: UUID, player_id: UUID, points: int, key: UUID) -> Standing:
        event = self.get_event(event_id=event_id)
        if key not in self.progress and not event.starts_at <= datetime.now(UTC) < event.ends_at:
            raise EventNotOpen
        if self.progress.setdefault(key, (event_id, player_id, points)) != (event_id, player_id, points):
            raise KeyReused
        return self._standing(event_id, player_id)

    def _standing(self, event_id: UUID, player_id: UUID) -> Standing:
        made = sum(points for *whose, points in self.progress.values() if whose == [event_id, player_id])
        reached = [goal.name for goal in self.get_event(event_id=event_id).goals if goal.points <= made]
        return Standing(event_id=event_id, player_id=player_id, points=made, rewards=dict.fromkeys(reached, "kept"))
