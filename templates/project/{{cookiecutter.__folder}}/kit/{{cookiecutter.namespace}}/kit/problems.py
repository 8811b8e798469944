"""Errors that a caller may be told, as problem details (RFC 9457, `application/problem+json`).

A domain error is a subclass of Problem that a contract declares. An action raises it, the API answers with it, and the
HTTP client raises it again, so a caller catches the same class whether the service is in the same process or not.
"""

import re
from typing import Any, ClassVar

MEDIA_TYPE = "application/problem+json"


class Problem(Exception):
    """Something a caller is told. `detail` is a sentence for people; `type` and `status` are for programs."""

    status: ClassVar[int] = 500
    title: ClassVar[str] = "Something went wrong here"

    def __init__(self, detail: str = "", *, headers: dict[str, str] | None = None, **members: Any) -> None:
        self.detail = detail or self.title
        self.headers = headers or {}
        self.members = members
        super().__init__(self.detail)

    @classmethod
    def type(cls) -> str:
        """The problem's name for programs, such as `urn:problem:unknown-code`."""
        return "urn:problem:" + re.sub(r"(?<!^)(?=[A-Z])", "-", cls.__name__).lower()

    def as_dict(self) -> dict[str, Any]:
        """The members of the JSON object, extensions included."""
        return {
            "type": self.type(),
            "title": self.title,
            "status": self.status,
            "detail": self.detail,
            **self.members,
        }


class BadRequest(Problem):
    """The request cannot be read at all."""

    status = 400
    title = "The request cannot be read"


class Unauthenticated(Problem):
    """Nobody said who is calling, or nobody believes it."""

    status = 401
    title = "Say who you are"

    def __init__(self, detail: str = "", **members: Any) -> None:
        """Carries WWW-Authenticate, which says how."""
        super().__init__(detail, headers={"WWW-Authenticate": 'Basic realm="service", Bearer'}, **members)


class Forbidden(Problem):
    """The caller is known and may not do this."""

    status = 403
    title = "You may not do this"


class NotFound(Problem):
    """There is no such thing, or none that this caller may see."""

    status = 404
    title = "There is no such thing"


class MethodNotAllowed(Problem):
    """The address is right and the method is not."""

    status = 405
    title = "This address does not take that method"


class Conflict(Problem):
    """The request is in order but the state of things is against it."""

    status = 409
    title = "That does not fit the present state"


class LengthRequired(Problem):
    """The body came in chunks of no announced length, which this server does not read."""

    status = 411
    title = "Say how long the body is"


class TooLarge(Problem):
    """The body is larger than this service takes."""

    status = 413
    title = "The request is too large"


class UnsupportedMediaType(Problem):
    """The body is in a form that this operation does not read."""

    status = 415
    title = "The body is in the wrong form"


class Invalid(Problem):
    """The request can be read and its content is wrong. `errors` holds `{"field": ..., "message": ...}` objects."""

    status = 422
    title = "The request is not valid"


class KeyReused(Invalid):
    """An idempotency key came again with another request."""

    title = "This idempotency key belongs to another request"


class Unavailable(Problem):
    """This service cannot answer now. Carries Retry-After."""

    status = 503
    title = "Not available at the moment"

    def __init__(self, detail: str = "", *, retry_after: int = 1, **members: Any) -> None:
        """`retry_after`: seconds."""
        super().__init__(detail, headers={"Retry-After": str(retry_after)}, **members)


class CalleeAway(Unavailable):
    """A service that this one needs did not answer."""

    title = "A service that is needed does not answer"


def known_problems() -> dict[str, type[Problem]]:
    """Every Problem class that has been imported, by its `type`."""
    found: dict[str, type[Problem]] = {}
    waiting: list[type[Problem]] = [Problem]
    while waiting:
        cls = waiting.pop()
        found[cls.type()] = cls
        waiting.extend(cls.__subclasses__())
    return found


def problem_of_status(status: int) -> type[Problem]:
    """The general problem of an HTTP status: NotFound for 404. A 4xx that has no class of its own is a BadRequest."""
    for cls in Problem.__subclasses__():
        if cls.status == status:
            return cls
    return BadRequest if 400 <= status < 500 else Problem
