"""What kind of file it is, as far as anybody has said."""

import mimetypes

from django.http import HttpRequest

from {{ cookiecutter.namespace }}.contracts.archive import OCTETS, check_media_type
from {{ cookiecutter.namespace }}.kit.problems import UnsupportedMediaType

# What programs send when nobody has told them what the body is.
UNSAID = {"", "application/x-www-form-urlencoded"}


def media_type_of(request: HttpRequest, *, name: str) -> str:
    """The media type in the request's header, or else the one that `name` ends like.

    Raises UnsupportedMediaType for a form, whose body is more than the file; Invalid, naming `content_type`.
    """
    said = request.content_type or ""
    if said == "multipart/form-data":
        raise UnsupportedMediaType("send the file itself as the body, not a form with a file in it")
    return guessed(name) if said in UNSAID else check_media_type(said)


def guessed(name: str) -> str:
    """The media type that files called like `name` have."""
    return mimetypes.guess_type(name)[0] or OCTETS
