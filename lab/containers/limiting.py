"""Limits of a running stage's containers, for as long as a block lasts."""

import math
from collections.abc import Iterator, Mapping
from contextlib import contextmanager

from lab.containers.engine import inspected, said
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
    before = {service: _limit(found[service]) for service in cpus}
    try:
        for service, limit in cpus.items():
            _set(found[service], limit)
        yield
    finally:
        for service, limit in before.items():
            _set(found[service], limit)


def _limit(container: str) -> float:
    limit = int(inspected("container", container)["HostConfig"].get("NanoCpus") or 0)
    return limit / NANO if limit else math.inf


def _set(container: str, cpus: float) -> None:
    """docker takes 0 for "leave it as it is", so no limit is as much as the machine has."""
    said("update", "--cpus", f"{cpus if math.isfinite(cpus) else _processors():g}", container)


def _processors() -> int:
    return int(said("info", "--format", "{{.NCPU}}"))
