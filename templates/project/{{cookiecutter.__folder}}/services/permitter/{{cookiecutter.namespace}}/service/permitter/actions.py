"""Writes. Each is in the audit log, in the same transaction; what changes nothing is not.

`by` is who does it: the name of a member of staff, or of a command.
"""

import secrets
from hashlib import sha256

from django.db import IntegrityError
from django.utils import timezone

from {{ cookiecutter.namespace }}.kit.problems import Conflict, NotFound
from {{ cookiecutter.namespace }}.kit.transactions import atomic_for
from {{ cookiecutter.namespace }}.service.permitter.models import AuditEntry, Caller, Permit

What = AuditEntry.What


class UnknownCaller(NotFound):
    """There is no caller of this name."""

    title = "There is no such caller"


class CallerExists(Conflict):
    """The name is taken."""

    title = "There is a caller of this name already"


def add_caller(*, name: str, by: str) -> str:
    """Add a caller. Returns its secret, which is shown now or never: nobody keeps it. Raises CallerExists."""
    secret, digest = _new_secret()
    try:
        with atomic_for(Caller):
            Caller.objects.create(name=name, digest=digest)
            _write_down(by, What.ADDED, name)
    except IntegrityError:
        raise CallerExists(f"there is a caller {name} already") from None
    return secret


def rotate_secret(*, name: str, by: str) -> str:
    """Make a new secret. Returns it, once. Raises UnknownCaller.

    The old one is wrong from this moment on. Two that are right at a time would spare the caller a gap, and leave a
    stolen one working: whoever cannot bear the gap adds a second caller and takes the first one away later.
    """
    secret, digest = _new_secret()
    with atomic_for(Caller):
        _update(name, digest=digest, rotated_at=timezone.now())
        _write_down(by, What.ROTATED, name)
    return secret


def disable_caller(*, name: str, by: str) -> None:
    """From now on the caller is unknown. Its permits stay for when it is enabled again. Raises UnknownCaller."""
    _switch(name, active=False, what=What.DISABLED, by=by)


def enable_caller(*, name: str, by: str) -> None:
    """Believe a caller again. Raises UnknownCaller."""
    _switch(name, active=True, what=What.ENABLED, by=by)


def grant(*, name: str, service: str, operation: str, by: str) -> Permit:
    """Let a caller call an operation of a service, `*` being all of them. Raises UnknownCaller."""
    with atomic_for(Permit):
        permit, new = Permit.objects.get_or_create(caller=_find(name), service=service, operation=operation)
        if new:
            _write_down(by, What.GRANTED, name, service, operation)
    return permit


def revoke(*, name: str, service: str, operation: str, by: str) -> None:
    """Take a permit away, where there is one. Raises UnknownCaller."""
    with atomic_for(Permit):
        there = Permit.objects.filter(caller=_find(name), service=service, operation=operation)
        if there.delete()[0]:
            _write_down(by, What.REVOKED, name, service, operation)


def _new_secret() -> tuple[str, str]:
    """A secret of 384 random bits, and its digest. Never a person's choice, so that a fast digest is enough."""
    secret = secrets.token_urlsafe(48)
    return secret, sha256(secret.encode()).hexdigest()


def _find(name: str) -> Caller:
    caller = Caller.objects.filter(name=name).first()
    if caller is None:
        raise UnknownCaller(f"there is no caller {name}")
    return caller


def _update(name: str, **values: object) -> None:
    if not Caller.objects.filter(name=name).update(**values):
        raise UnknownCaller(f"there is no caller {name}")


def _switch(name: str, *, active: bool, what: AuditEntry.What, by: str) -> None:
    with atomic_for(Caller):
        if Caller.objects.filter(name=name, active=not active).update(active=active):
            _write_down(by, what, name)
        else:
            _find(name)


def _write_down(by: str, what: AuditEntry.What, caller: str, service: str = "", operation: str = "") -> None:
    AuditEntry.objects.create(by=by, what=what, caller=caller, service=service, operation=operation)
