"""A stage on fewer processors than this machine has, so that they are scarce on every reader's machine."""

from collections.abc import Iterator
from contextlib import contextmanager

from lab.containers.engine import said
from lab.containers.staged import running_of
from lab.errors import LabError
from lab.running.stages import Stage


@contextmanager
def confine(stage: Stage, processors: int = 2) -> Iterator[int]:
    """Let all containers of a stage share so many processors of this machine, for as long as the block lasts.

    The block gets the number of those that there are: no machine has more than it has. Afterwards each may use all of
    them again. Raises LabError for less than one processor.
    """
    if processors < 1:
        raise LabError(f"nothing runs on {processors} processors: give {stage.name} at least one")
    there = int(said("info", "--format", "{{.NCPU}}"))
    containers = list(running_of(stage).values())
    try:
        _share(containers, min(processors, there))
        yield min(processors, there)
    finally:
        _share(containers, there)


def _share(containers: list[str], processors: int) -> None:
    said("update", "--cpuset-cpus", f"0-{processors - 1}", *containers)
