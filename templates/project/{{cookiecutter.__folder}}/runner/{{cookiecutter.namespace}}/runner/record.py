"""The record of what runs, `var/<stage>/run/running.json`: written at the start, removed at the end."""

import json
from dataclasses import asdict, dataclass

from {{ cookiecutter.namespace }}.runner.containers.engine import any_runs
from {{ cookiecutter.namespace }}.runner.envfile import write_private
from {{ cookiecutter.namespace }}.runner.places import StageFolder
from {{ cookiecutter.namespace }}.runner.processes import is_of_stage


@dataclass(frozen=True)
class Record:
    """What one start decided."""

    pid: int  # of supervisord; 0 for a stage in containers
    sockets: str  # the folder of its socket
    url: str  # what a browser opens
    projects: dict[str, str]  # project, further instance or nginx -> base URL of its own port
    services: dict[str, str]  # service -> base URL
    ports: dict[str, int]  # project, further instance or nginx -> port
    compose: str = ""  # what compose calls it, for a stage in containers
    database_server: bool = False  # whether it stands on a PostgreSQL server of its own


def write_record(record: Record, folder: StageFolder) -> None:
    write_private(folder.record, json.dumps(asdict(record), indent=2) + "\n")


def read_record(folder: StageFolder) -> Record | None:
    """The record, None where there is none or it is of no use: its processes are found without it."""
    try:
        return Record(**json.loads(folder.record.read_text(encoding="utf-8")))
    except (OSError, ValueError, TypeError):
        return None


def running_record(folder: StageFolder) -> Record | None:
    """The record of a stage whose supervisord, or one of whose containers, is alive. One that outlived them is none."""
    record = read_record(folder)
    if record is None:
        return None
    alive = any_runs(record.compose) if record.compose else is_of_stage(record.pid, folder.path)
    return record if alive else None


def forget_record(folder: StageFolder) -> None:
    folder.record.unlink(missing_ok=True)
