"""event: what is going on for a while, and what players get for taking part. Composed of four other services."""

from typing import Annotated, Literal, Protocol, Self
from uuid import UUID

from pydantic import AwareDatetime, Base64Bytes, BaseModel, Field, model_validator

from {{ cookiecutter.namespace }}.contracts.archive import FileName, FileRecord, MediaType
from {{ cookiecutter.namespace }}.contracts.coupon import CampaignRecord
from {{ cookiecutter.namespace }}.contracts.http import HttpClient
from {{ cookiecutter.namespace }}.contracts.moments import Moment
from {{ cookiecutter.namespace }}.contracts.notice import Language, NoticeRecord, NoticeText
from {{ cookiecutter.namespace }}.contracts.player import Item, PlayerRecord
from {{ cookiecutter.namespace }}.contracts.text import Word
from {{ cookiecutter.namespace }}.kit.paging import Page
from {{ cookiecutter.namespace }}.kit.problems import Conflict, NotFound

LARGEST_BANNER = 512 * 1024  # bytes; it comes inside of a JSON body, which may have 1 MiB
MOST_GOALS = 5

Points = Annotated[int, Field(ge=1, le=1_000_000)]
State = Literal["open", "kept", "refused"]
"""What has become of something that is owed: it will be done, it has been done, or its service has said no."""


class NewBanner(BaseModel):
    """A picture for the head of an event's page, in base64."""

    name: FileName
    content_type: MediaType
    content: Annotated[Base64Bytes, Field(min_length=1, max_length=LARGEST_BANNER)]


class Goal(BaseModel):
    """Whoever has reached so many points is given these items, once."""

    name: Word
    points: Points
    items: Annotated[list[Item], Field(min_length=1, max_length=20)]


class NewEvent(BaseModel):
    """An event to be opened. Each point that a player makes in it is also one `token` that the player owns."""

    announcement: Annotated[dict[Language, NoticeText], Field(min_length=1)]
    starts_at: Moment
    ends_at: Moment
    token: Word
    goals: Annotated[list[Goal], Field(min_length=1, max_length=MOST_GOALS)]
    banner: NewBanner | None = None

    @property
    def title(self) -> str:
        """What staff call it: the title of its announcement."""
        return next(iter(self.announcement.values())).title

    @model_validator(mode="after")
    def _must_make_sense(self) -> Self:
        if self.ends_at <= self.starts_at:
            raise ValueError("ends_at must be later than starts_at")
        if len({goal.name for goal in self.goals}) < len(self.goals):
            raise ValueError("goals must have different names")
        if any(len({item.item for item in goal.items}) < len(goal.items) for goal in self.goals):
            raise ValueError("goals must name each item once")
        return self


class EventRecord(BaseModel):
    """An event, and how far its parts are: `banner`, `announcement`, and a campaign for each goal."""

    id: UUID
    title: str
    starts_at: AwareDatetime
    ends_at: AwareDatetime
    token: str
    goals: list[Goal]
    parts: dict[str, State]


class Standing(BaseModel):
    """How far a player is in an event, and by goal what has become of the rewards that it has earned."""

    event_id: UUID
    player_id: UUID
    points: int
    rewards: dict[str, State]


class NewProgress(BaseModel):
    """Points that a player has made."""

    player_id: UUID
    points: Annotated[int, Field(ge=1, le=1_000)]


class EventPage(BaseModel):
    """All that a page about an event shows, put together from five services.

    What a service did not tell in time is null, and named in `missing`; the page is shown without it.
    """

    event: EventRecord
    banner: FileRecord | None = None
    announcement: NoticeRecord | None = None
    rewards: dict[str, CampaignRecord] = {}
    player: PlayerRecord | None = None
    standing: Standing | None = None
    missing: list[str] = []


class UnknownEvent(NotFound):
    """There is no such event."""

    title = "There is no such event"


class EventNotOpen(Conflict):
    """The event has not begun, or has ended."""

    title = "This event is not open"


class Event(Protocol):
    """The event service, wherever it runs."""

    def open_event(self, *, event_id: UUID, new: NewEvent) -> EventRecord:
        """Open an event under an id that the caller chooses, once however often it is called.

        Its parts that cannot be made now are made later. Raises KeyReused where the id came before with another event.
        """
        ...

    def get_event(self, *, event_id: UUID) -> EventRecord:
        """One event. Raises UnknownEvent."""
        ...

    def list_events(self, *, limit: int = 20, after: UUID | None = None) -> Page[EventRecord]:
        """All events, by id."""
        ...

    def get_page(self, *, event_id: UUID, language: Language, player_id: UUID | None = None) -> EventPage:
        """An event as a page shows it, to a player or to anybody. Raises UnknownEvent, UnknownPlayer."""
        ...

    def record_progress(self, *, event_id: UUID, player_id: UUID, points: int, key: UUID) -> Standing:
        """Write down that a player has made points, once a key however often it is called.

        Tokens and rewards that cannot be given now are given later. Raises UnknownEvent, EventNotOpen; KeyReused where
        the key came before with other points, or for another player or event.
        """
        ...


class HttpEvent(HttpClient, contract=Event):
    """The event service over HTTP."""

    def open_event(self, *, event_id: UUID, new: NewEvent) -> EventRecord:
        return self._put(f"/events/{event_id}", EventRecord, new)

    def get_event(self, *, event_id: UUID) -> EventRecord:
        return self._get(f"/events/{event_id}", EventRecord)

    def list_events(self, *, limit: int = 20, after: UUID | None = None) -> Page[EventRecord]:
        return self._get("/events", Page[EventRecord], limit=limit, after=str(after) if after else None)

    def get_page(self, *, event_id: UUID, language: Language, player_id: UUID | None = None) -> EventPage:
        player = str(player_id) if player_id else None
        return self._get(f"/events/{event_id}/page", EventPage, language=language, player_id=player)

    def record_progress(self, *, event_id: UUID, player_id: UUID, points: int, key: UUID) -> Standing:
        new = NewProgress(player_id=player_id, points=points)
        return self._post(f"/events/{event_id}/progress", Standing, new, key=key)
