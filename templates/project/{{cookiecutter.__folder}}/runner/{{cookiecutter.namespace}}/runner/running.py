"""What runs on this machine."""

from dataclasses import dataclass, field
from pathlib import Path
from typing import TypedDict

from {{ cookiecutter.namespace }}.runner.database_server import has_ended
from {{ cookiecutter.namespace }}.runner.places import StageFolder, find_root
from {{ cookiecutter.namespace }}.runner.readiness import is_ready
from {{ cookiecutter.namespace }}.runner.record import running_record
from {{ cookiecutter.namespace }}.runner.secrets import Credentials
from {{ cookiecutter.namespace }}.runner.stagefile import known_stages, load_stage


@dataclass(frozen=True)
class Running:
    """A stage that is up. `services` gives the base URL of each Django app of ours; paths are the same everywhere."""

    name: str
    url: str
    services: dict[str, str]
    ready: bool
    credentials: Credentials = field(repr=False)
    reused: bool = False  # it was up before it was asked for
    note: str = ""  # why it is not where one would look for it


class Status(TypedDict):
    """One stage in the answer of `status`."""

    url: str
    services: dict[str, str]
    ready: bool


def status(name: str | None = None, root: Path | None = None) -> dict[str, Status]:
    """The stages that run, or only the one called `name`, each with its answer to "are you ready?".

    Raises StageError for an unknown stage.
    """
    root = root or find_root()
    names = [load_stage(name, root).name] if name else known_stages(root)
    found: dict[str, Status] = {}
    for each in names:
        folder = StageFolder.of(each, root)
        if record := running_record(folder):
            ready = not has_ended(record, folder) and all(map(is_ready, {record.url, *record.projects.values()}))
            found[each] = Status(url=record.url, services=record.services, ready=ready)
    return found
