"""link: short addresses, where they lead, and how often they were followed."""

from datetime import date
from typing import Annotated, Any, Protocol

from django.core.exceptions import ValidationError
from django.core.validators import URLValidator
from django.utils.encoding import iri_to_uri
from pydantic import AfterValidator, AwareDatetime, BaseModel, Field, StringConstraints, TypeAdapter

from {{ cookiecutter.namespace }}.contracts.checking import checked
from {{ cookiecutter.namespace }}.contracts.http import HttpClient
from {{ cookiecutter.namespace }}.contracts.moments import Moment
from {{ cookiecutter.namespace }}.contracts.text import Word
from {{ cookiecutter.namespace }}.kit.problems import Conflict, NotFound

LONGEST_TARGET = 2000

_is_web_address = URLValidator(schemes=["http", "https"])


def check_target(target: str) -> str:
    """`target` itself, where a browser may be sent there.

    That is an http or https address, or a path on this very site. Raises ValueError for anything else.
    """
    # A browser reads "\" as "/" and drops tabs and line ends, so "/\host" and "/<tab>/host" leave this site.
    if "\\" in target or any(character.isspace() or not character.isprintable() for character in target):
        raise ValueError("must not hold spaces, backslashes or control characters")
    if len(iri_to_uri(target)) > LONGEST_TARGET:
        raise ValueError(f"must not be longer than {LONGEST_TARGET} characters, percent-encoded")
    if target.startswith("//"):
        raise ValueError("must not begin with //, which is another site's address")
    if not target.startswith("/"):
        try:
            _is_web_address(target)
        except ValidationError:
            raise ValueError("must be an http or https address, or a path that begins with /") from None
    return target


Slug = Annotated[Word, Field(max_length=40)]
_SLUG = TypeAdapter(Slug)
Target = Annotated[
    str,
    StringConstraints(min_length=1, max_length=LONGEST_TARGET),
    AfterValidator(check_target),
    Field(
        description="An http or https address, or a path on this site that begins with one /.",
        examples=["https://example.com/summer", "/board/"],
    ),
]


class NewLink(BaseModel):
    """Where a short address leads, and until when; for ever if `expires_at` is null."""

    target: Target
    expires_at: Moment | None = None


# A null that is sent is refused all the same: a link without a target is none.
_LEFT_OUT: Any = None


class LinkChange(BaseModel):
    """What of a link is to be another. What is left out stays as it is."""

    target: Target = _LEFT_OUT
    active: bool = _LEFT_OUT
    expires_at: Moment | None = None


class LinkRecord(BaseModel):
    """A link. `address` is the path at which people follow it."""

    slug: str
    address: str
    target: str
    clicks: int
    active: bool
    expires_at: AwareDatetime | None
    created_at: AwareDatetime


class ClicksOfDay(BaseModel):
    """How often a link was followed on one day of the publisher's calendar."""

    day: date
    clicks: int


class UnknownLink(NotFound):
    """There is no such link."""

    title = "There is no such link"


class SlugTaken(Conflict):
    """The slug leads elsewhere already."""

    title = "This short address leads elsewhere already"


class Link(Protocol):
    """The link service, wherever it runs."""

    def get_link(self, *, slug: str) -> LinkRecord:
        """One link. Raises UnknownLink; Invalid, naming `slug`, where that can be nobody's."""
        ...

    def put_link(self, *, slug: str, new: NewLink) -> LinkRecord:
        """A link at a slug of your choice, once however often it is called.

        Raises SlugTaken where that slug leads elsewhere; Invalid, naming `slug`, where it cannot be one.
        """
        ...

    def change_link(self, *, slug: str, change: LinkChange) -> LinkRecord:
        """Let a link lead elsewhere, end at another time, or stop. Raises UnknownLink."""
        ...


def check_slug(slug: str) -> str:
    """`slug` itself, where it can be one. Raises Invalid, naming `slug`."""
    return checked(_SLUG, slug, field="slug")


class HttpLink(HttpClient, contract=Link):
    """The link service over HTTP."""

    def get_link(self, *, slug: str) -> LinkRecord:
        return self._get(f"/links/{check_slug(slug)}", LinkRecord)

    def put_link(self, *, slug: str, new: NewLink) -> LinkRecord:
        return self._put(f"/links/{check_slug(slug)}", LinkRecord, new)

    def change_link(self, *, slug: str, change: LinkChange) -> LinkRecord:
        return self._patch(f"/links/{check_slug(slug)}", LinkRecord, change)
