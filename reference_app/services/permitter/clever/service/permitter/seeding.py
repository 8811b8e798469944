"""Callers and permits that a stage begins with."""

from typing import Annotated

from pydantic import BaseModel

from clever.kit.problems import Conflict
from clever.kit.transactions import atomic_for
from clever.service.permitter import actions
from clever.service.permitter.fitting import fits
from clever.service.permitter.models import AuditEntry, Caller, Permit
from clever.service.permitter.schemas import Digest

SEED = "seed_permits"  # who does it, in the audit log

CallerName = Annotated[str, fits(Caller, "name")]
ServiceName = Annotated[str, fits(Permit, "service")]
Operation = Annotated[str, fits(Permit, "operation")]


class NotOfASeed(Conflict):
    """Somebody else was given the name, such as a service of another project that has registered."""

    title = "There is another caller of this name"


class Seed(BaseModel):
    """`callers` gives each caller's digest; `permits` is a list of caller, service and operation."""

    callers: dict[CallerName, Digest]
    permits: list[tuple[CallerName, ServiceName, Operation]]


def plant(seed: Seed) -> tuple[int, int]:
    """Put in what is new in the seed: so many callers, and so many permits. Raises UnknownCaller and NotOfASeed.

    Each line of a seed is planted once. What people have changed since is theirs: a permit that somebody revoked is not
    granted again because a stage was started again, and a secret that was rotated is not put back.
    """
    with atomic_for(Caller):
        callers = sum(_plant_caller(name, digest) for name, digest in seed.callers.items())
        granted = AuditEntry.objects.filter(by=SEED, what=AuditEntry.What.GRANTED)
        before = set(granted.values_list("caller", "service", "operation"))
        new = [permit for permit in seed.permits if permit not in before]
        for name, service, operation in new:
            actions.grant(name=name, service=service, operation=operation, by=SEED)
    return callers, len(new)


def _plant_caller(name: str, digest: str) -> bool:
    """Whether the seed says something new of this caller."""
    caller = Caller.objects.filter(name=name).first()
    if caller is not None and caller.seed == digest:
        return False
    if caller is not None and caller.active and not caller.seed:
        raise NotOfASeed(f"{name} is a caller already, whom no seed has brought; disable it, if it is to be replaced")
    if caller is None:
        actions.add_caller(name=name, by=SEED)
    else:
        actions.rotate_secret(name=name, by=SEED)
    Caller.objects.filter(name=name).update(digest=digest, seed=digest)
    return True
