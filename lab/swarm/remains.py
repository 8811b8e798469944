"""What a notebook's stack leaves on the machine once its swarm is gone."""

from contextlib import suppress

from lab.containers.engine import said
from lab.errors import LabError


def stack_name(process: int) -> str:
    """The name of the stack of the notebook whose process this is."""
    return f"lab{process}"


def forget(stack: str) -> None:
    """Remove the stack's containers and volumes. What cannot be removed is left: a notebook's end must not fail."""
    mine = f"label=com.docker.stack.namespace={stack}"
    for listing, removing in (("ps --all", "rm --force --volumes"), ("volume ls", "volume rm")):
        with suppress(LabError):
            for one in said(*listing.split(), "--quiet", "--filter", mine).split():
                said(*removing.split(), one)
