"""What all houses have in common."""

from collections.abc import Mapping
from contextlib import AbstractContextManager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Protocol

from {{ cookiecutter.namespace }}.runner.places import StageFolder
from {{ cookiecutter.namespace }}.runner.progress import Progress
from {{ cookiecutter.namespace }}.runner.stagefile import StageFile


@dataclass(frozen=True)
class Database:
    """One database, as it can be asked now."""

    url: str = field(repr=False)  # for a process of this machine
    within: tuple[str, ...] = ()  # how a command begins that runs in its server's container; empty where it is in none


@dataclass(frozen=True)
class Keeping:
    """What a stage keeps, at hand: its databases by name, and the folder of uploaded files of each project."""

    databases: Mapping[str, Database]
    media: Mapping[str, Path]

    @property
    def urls(self) -> dict[str, str]:
        return {name: database.url for name, database in self.databases.items()}


class House(Protocol):
    """A stage on whatever it runs. The caller holds its lock."""

    @property
    def stage(self) -> StageFile: ...

    @property
    def folder(self) -> StageFolder: ...

    def must_have_started(self) -> None:
        """Raise StageError where no start has said yet where all of its databases are."""

    def urls(self) -> dict[str, str]:
        """Where a start would have its databases now. A server that is not there yet is on port 0."""

    def as_it_was(self, tell: Progress) -> AbstractContextManager[Keeping]:
        """What the last start had, to be read, whether it runs or not. Raises StageError."""

    def as_it_will_be(self, tell: Progress) -> AbstractContextManager[Keeping]:
        """What a start would have now, to be changed, while it is at rest. Raises StageError.

        What was done to its files counts once the block has ended well.
        """

    def environments(self, keeping: Keeping, mark: StageFolder) -> dict[str, dict[str, str]]:
        """What commands of each project get. They carry the mark of a stage, so that nobody starts it meanwhile."""
