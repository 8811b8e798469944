"""The body of a request as a stream. Django's own `request.body` reads the whole into memory, so it is not touched."""

from collections.abc import Iterator

from django.conf import settings
from django.http import HttpRequest
from django.http.request import UnreadablePostError

from {{ cookiecutter.namespace }}.contracts.archive import CutOff
from {{ cookiecutter.namespace }}.kit.problems import LengthRequired, TooLarge

PIECE = 64 * 1024  # bytes


def pieces_of(request: HttpRequest) -> Iterator[bytes]:
    """The body, in pieces.

    Raises LengthRequired, TooLarge before a byte is read; CutOff where fewer bytes come than were announced.
    """
    announced = announced_length(request)
    received = 0
    try:
        while piece := request.read(PIECE):
            received += len(piece)
            yield piece
    except UnreadablePostError as error:
        raise CutOff(f"the connection was lost after {received} of {announced} bytes") from error
    if received < announced:
        raise CutOff(f"{received} of {announced} bytes arrived")


def announced_length(request: HttpRequest) -> int:
    """What Content-Length says, in bytes; 0 where there is none. A body in chunks does not come this far.

    Raises LengthRequired where it is no number, TooLarge where it is too large a one.
    """
    try:
        announced = int(request.META.get("CONTENT_LENGTH") or 0)
    except ValueError:
        raise LengthRequired("Content-Length is no number") from None
    if announced > settings.ARCHIVE_MAX_BYTES:
        raise TooLarge(f"a file may have {settings.ARCHIVE_MAX_BYTES} bytes; this one has {announced}")
    return announced
