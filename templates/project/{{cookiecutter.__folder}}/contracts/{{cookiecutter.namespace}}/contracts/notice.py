"""notice: what the company has to say to its players, from one moment to another, in Korean and in English."""

from typing import Annotated, Literal, Protocol, Self
from uuid import UUID

from pydantic import AwareDatetime, BaseModel, Field, model_validator

from {{ cookiecutter.namespace }}.contracts.http import HttpClient
from {{ cookiecutter.namespace }}.contracts.moments import Moment
from {{ cookiecutter.namespace }}.contracts.text import Line, Text
from {{ cookiecutter.namespace }}.kit.paging import Page
from {{ cookiecutter.namespace }}.kit.problems import NotFound

Language = Literal["ko", "en"]


class NoticeText(BaseModel):
    """A notice in one language."""

    title: Annotated[Line, Field(max_length=120)]
    body: Annotated[Text, Field(min_length=1)]


class NewNotice(BaseModel):
    """What a service asks to be told. It is shown from `publish_from` on, and no longer at `publish_until`."""

    translations: Annotated[dict[Language, NoticeText], Field(min_length=1)]
    publish_from: Moment
    publish_until: Moment | None = None
    pinned: bool = False
    author: Annotated[Line, Field(max_length=60)]

    @model_validator(mode="after")
    def _ends_after_it_begins(self) -> Self:
        if self.publish_until is not None and self.publish_until <= self.publish_from:
            raise ValueError("publish_until must be later than publish_from")
        return self


class Announcement(NewNotice):
    """A notice that was taken, with its id: the answer to whoever asked for it."""

    id: UUID


class NoticeSummary(BaseModel):
    """A notice in a list. `language` is that of its text; `fallback` says that another one had been asked for."""

    id: UUID
    pinned: bool
    publish_from: AwareDatetime
    publish_until: AwareDatetime | None
    author: str
    language: Language
    fallback: bool
    title: str


class NoticeRecord(NoticeSummary):
    """A notice, whole."""

    body: str


class Withdrawal(BaseModel):
    """That a notice is shown no more, and since when."""

    notice_id: UUID
    withdrawn_at: AwareDatetime


class UnknownNotice(NotFound):
    """There is no such notice, or it is not to be seen now."""

    title = "There is no such notice"


class Notice(Protocol):
    """The notice service, wherever it runs."""

    def list_notices(self, *, language: Language, limit: int = 20, after: str | None = None) -> Page[NoticeSummary]:
        """What is to be seen now: pinned ones first, then the newest. `after` is the `next` of the page before.

        Raises Invalid where `after` is no such cursor.
        """
        ...

    def get_notice(self, *, notice_id: UUID, language: Language) -> NoticeRecord:
        """One notice that is to be seen now. Raises UnknownNotice."""
        ...

    def create_notice(self, *, notice_id: UUID, new: NewNotice) -> Announcement:
        """Make a notice under an id that the caller chooses, once however often it is called.

        Raises KeyReused where the id came before with another notice.
        """
        ...

    def withdraw_notice(self, *, notice_id: UUID) -> Withdrawal:
        """Show a notice no more; doing so again changes nothing. Raises UnknownNotice."""
        ...


class HttpNotice(HttpClient, contract=Notice):
    """The notice service over HTTP."""

    def list_notices(self, *, language: Language, limit: int = 20, after: str | None = None) -> Page[NoticeSummary]:
        return self._get("/notices", Page[NoticeSummary], language=language, limit=limit, after=after)

    def get_notice(self, *, notice_id: UUID, language: Language) -> NoticeRecord:
        return self._get(f"/notices/{notice_id}", NoticeRecord, language=language)

    def create_notice(self, *, notice_id: UUID, new: NewNotice) -> Announcement:
        return self._put(f"/notices/{notice_id}", Announcement, new)

    def withdraw_notice(self, *, notice_id: UUID) -> Withdrawal:
        # A notice is withdrawn once, so its id is key enough to make this safe to repeat.
        return self._post(f"/notices/{notice_id}/withdrawal", Withdrawal, key=notice_id)
