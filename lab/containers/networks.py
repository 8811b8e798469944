"""A network of this notebook's own, in which containers find each other by name."""

from dataclasses import dataclass
from typing import Self
from uuid import uuid4

from lab.containers.engine import said
from lab.containers.owned import label


@dataclass(frozen=True)
class Network:
    """A network by its name. Use it with `with`, or call `remove()`; at the latest it goes with the notebook."""

    name: str

    def remove(self) -> None:
        """Safe to call twice. Raises LabError while a container is in it."""
        if self.name in said("network", "ls", "--format", "{{.Name}}").split():
            said("network", "rm", self.name)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.remove()


def network() -> Network:
    """A new one, with nobody in it."""
    name = f"lab-{uuid4().hex[:8]}"
    said("network", "create", "--label", label(), name)
    return Network(name)
