"""Limits of a running stage's containers, for as long as a block lasts."""

import math
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from functools import cache

from lab.containers.engine import said
from lab.containers.staged import running_of
from lab.errors import LabError
from lab.running.stages import Stage

NANO = 10**9


@contextmanager
def limits(stage: Stage, cpus: Mapping[str, float] | float) -> Iterator[None]:
    """Let services of a stage in containers have at most so much processor: `limits(stage, {"notice": 0.25})`.

    1.0 is one processor, all of the time, and `math.inf` no limit. A number alone is for each of them. Afterwards each
    has what it had. Raises LabError for a service that has no container, and where the stage does not run in any.
    """
    found = running_of(stage)
    cpus = dict.fromkeys(found, cpus) if isinstance(cpus, int | float) else cpus
    for service in cpus:
        if service not in found:
            raise LabError(f"{stage.name} has no container of {service!r}: there are {', '.join(sorted(found))}")
    before = _limits([found[service] for service in cpus])
    try:
        _set({found[service]: limit for service, limit in cpus.items()})
        yield
    finally:
        _set(before)


def _limits(containers: list[str]) -> dict[str, float]:
    """The limit of each container, in processors."""
    told = said("container", "inspect", "--format", "{{.Id}} {{.HostConfig.NanoCpus}}", *containers)
    nano = dict(line.split() for line in told.splitlines())
    return {container: int(limit) / NANO if int(limit) else math.inf for container, limit in nano.items()}


def _set(limits: Mapping[str, float]) -> None:
    """docker takes 0 for "leave it as it is", so no limit is as much as the machine has."""
    there = _processors()
    alike: dict[float, list[str]] = {}
    for container, limit in limits.items():
        alike.setdefault(min(limit, there), []).append(container)
    for limit, containers in alike.items():  # few commands, since each takes its time
        said("update", "--cpus", f"{limit:g}", *containers)


@cache
def _processors() -> int:
    return int(said("info", "--format", "{{.NCPU}}"))
