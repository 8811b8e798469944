"""Who is calling: nobody known, a device with a vid token, or a service with HTTP Basic.

A middleware puts a Caller on each request; the operations of an API say which kind they are for.
"""

from dataclasses import dataclass
from enum import Enum
from typing import Any
from uuid import UUID

from django.http import HttpRequest
from ninja.security import HttpBasicAuth, HttpBearer

from {{ cookiecutter.namespace }}.kit.problems import Forbidden


class Kind(Enum):
    """The kinds of caller."""

    NOBODY = "stranger"
    DEVICE = "device"
    SERVICE = "service"


@dataclass(frozen=True)
class Caller:
    """A caller as the middleware found it. `vid_id` is set for a device, `name` for a service."""

    kind: Kind
    name: str = ""
    vid_id: UUID | None = None

    def must_be_device(self) -> UUID:
        """The device's vid. Raises Forbidden for every other kind of caller."""
        if self.vid_id is None:
            raise Forbidden("this operation is for devices")
        return self.vid_id

    def must_own(self, vid_id: UUID) -> None:
        """Raise Forbidden where a device acts for a player that belongs to another vid. Services act for anyone."""
        if self.kind is Kind.DEVICE and self.vid_id != vid_id:
            raise Forbidden("this player belongs to another device")


NOBODY = Caller(Kind.NOBODY)


def caller_of(request: HttpRequest) -> Caller:
    """The caller that the middleware found; nobody where no middleware has looked."""
    caller: Caller = getattr(request, "caller", NOBODY)
    return caller


class _Service(HttpBasicAuth):
    """For services. The middleware has checked the secret; this asks only for the kind."""

    def __call__(self, request: HttpRequest) -> Caller | None:
        caller = caller_of(request)
        return caller if caller.kind is Kind.SERVICE else None

    def authenticate(self, request: HttpRequest, username: str, password: str) -> Any:
        raise NotImplementedError("the middleware authenticates")


class _Device(HttpBearer):
    """For game clients that hold a vid token."""

    def __call__(self, request: HttpRequest) -> Caller | None:
        caller = caller_of(request)
        return caller if caller.kind is Kind.DEVICE else None

    def authenticate(self, request: HttpRequest, token: str) -> Any:
        raise NotImplementedError("the middleware authenticates")


service = _Service()
device = _Device()
device_or_service = [device, service]
