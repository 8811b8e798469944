"""app: titles, their versions, and whether a game must update."""

from typing import Annotated, Literal, Protocol
from uuid import UUID

from pydantic import AwareDatetime, BaseModel, Field, StringConstraints, TypeAdapter

from {{ cookiecutter.namespace }}.contracts.checking import checked
from {{ cookiecutter.namespace }}.contracts.http import HttpClient
from {{ cookiecutter.namespace }}.contracts.moments import Moment
from {{ cookiecutter.namespace }}.contracts.text import Line, Word
from {{ cookiecutter.namespace }}.kit.problems import NotFound

Platform = Literal["ios", "android"]

_PART = "(?:0|[1-9][0-9]{0,4})"
Number = Annotated[
    str,
    StringConstraints(pattern=rf"^{_PART}\.{_PART}\.{_PART}$", max_length=17),
    Field(description="major.minor.patch, each at most 99999, such as 1.4.2"),
]
"""A version's number, such as `1.4.2`."""

TitleSlug = Annotated[Word, Field(max_length=40)]

_SLUG, _NUMBER, _PLATFORM = TypeAdapter(TitleSlug), TypeAdapter(Number), TypeAdapter(Platform)


def check_title(slug: str) -> str:
    """`slug` itself, where it can be a title's. Raises Invalid, naming `slug`."""
    return checked(_SLUG, slug, field="slug")


def check_number(number: str) -> str:
    """`number` itself, where it can be a version's. Raises Invalid, naming `number`."""
    return checked(_NUMBER, number, field="number")


def check_platform(platform: str) -> Platform:
    """`platform` itself, where we build for it. Raises Invalid, naming `platform`."""
    return checked(_PLATFORM, platform, field="platform")


class NewTitle(BaseModel):
    """What a title is called."""

    name: Annotated[Line, Field(max_length=80)]


class TitleRecord(BaseModel):
    """A game that we publish."""

    slug: str
    name: str


class NewVersion(BaseModel):
    """What is said of a version. With `required`, every older version must update to this one or a later one."""

    required: bool = False
    released_at: Moment
    file_id: UUID | None = None


class VersionRecord(BaseModel):
    """A version of a title on one platform. `content` is the path of its file, null while there is none."""

    title: str
    platform: Platform
    number: str
    required: bool
    released_at: AwareDatetime
    file_id: UUID | None
    content: str | None


class Update(BaseModel):
    """What a game that runs some version should do. `latest` is null where nothing has been released yet."""

    must_update: bool
    may_update: bool
    latest: VersionRecord | None


class UnknownTitle(NotFound):
    """There is no such title."""

    title = "There is no such title"


class App(Protocol):
    """The app service, wherever it runs.

    Every method raises Invalid, naming `slug`, `platform` or `number`, where that can be none.
    """

    def get_title(self, *, slug: str) -> TitleRecord:
        """One title. Raises UnknownTitle."""
        ...

    def put_title(self, *, slug: str, new: NewTitle) -> TitleRecord:
        """Make a title, or give it another name."""
        ...

    def put_version(self, *, slug: str, platform: str, number: str, new: NewVersion) -> VersionRecord:
        """Say of a version what holds from now on. Raises UnknownTitle; Invalid, naming `file_id`, for no file."""
        ...

    def get_update(self, *, slug: str, platform: str, number: str) -> Update:
        """What a game that runs version `number` should do. Raises UnknownTitle."""
        ...


class HttpApp(HttpClient, contract=App):
    """The app service over HTTP."""

    def get_title(self, *, slug: str) -> TitleRecord:
        return self._get(f"/titles/{check_title(slug)}", TitleRecord)

    def put_title(self, *, slug: str, new: NewTitle) -> TitleRecord:
        return self._put(f"/titles/{check_title(slug)}", TitleRecord, new)

    def put_version(self, *, slug: str, platform: str, number: str, new: NewVersion) -> VersionRecord:
        path = f"/titles/{check_title(slug)}/versions/{check_platform(platform)}/{check_number(number)}"
        return self._put(path, VersionRecord, new)

    def get_update(self, *, slug: str, platform: str, number: str) -> Update:
        query = {"platform": check_platform(platform), "version": check_number(number)}
        return self._get(f"/titles/{check_title(slug)}/update", Update, **query)
