"""A volume of this notebook's own: what outlives the containers that write in it."""

from dataclasses import dataclass
from typing import Self

from lab.containers.engine import said
from lab.containers.owned import label


@dataclass(frozen=True)
class Volume:
    """A volume by its name. Use it with `with`, or call `remove()`; at the latest it goes with the notebook."""

    name: str

    def remove(self) -> None:
        """Forget all that is in it. Safe to call twice. Raises LabError while a container uses it."""
        if self.name in said("volume", "ls", "--quiet").split():
            said("volume", "rm", self.name)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.remove()


def volume() -> Volume:
    """A new and empty one."""
    return Volume(said("volume", "create", "--label", label()))
