"""What is in a backup: a tar file that begins with its own description.

content.json                  of which stage, when, which databases and of which kind
secrets.env                   without them nobody would be recognised: neither devices nor callers nor staff
databases/<name>.sqlite3      or <name>.sql, from pg_dump
media/<project>/...           uploaded files
"""

import tarfile
from datetime import datetime
from pathlib import Path
from typing import Literal

from pydantic import BaseModel, ConfigDict, ValidationError

from clever.runner.errors import StageError
from clever.runner.stagefile import StageFile
from clever.runner.tables import PROCESSES

Kind = Literal["sqlite", "postgresql"]

CONTENT, SECRETS, DATABASES, MEDIA = "content.json", "secrets.env", "databases", "media"

ENDINGS: dict[Kind, str] = {"sqlite": "sqlite3", "postgresql": "sql"}


class Content(BaseModel):
    """The description that a backup begins with."""

    model_config = ConfigDict(frozen=True)

    stage: str
    on: str = PROCESSES  # what the stage ran on; backups of earlier releases are all of processes
    made_at: datetime
    databases: dict[str, Kind]
    files: int  # uploaded ones

    def database(self, name: str) -> str:
        """Where one of its databases is in the backup."""
        return f"{DATABASES}/{name}.{ENDINGS[self.databases[name]]}"


def read_content(archive: tarfile.TarFile, file: Path) -> Content:
    """The description. Raises StageError where `archive` is no backup."""
    try:
        described = archive.extractfile(CONTENT)
        if described is None:
            raise KeyError(CONTENT)
        return Content.model_validate_json(described.read())
    except (KeyError, ValidationError, OSError, EOFError, tarfile.TarError) as error:
        raise StageError(f"{file}: this is no backup of a stage, or no whole one") from error


def must_be_of(content: Content, stage: StageFile, file: Path) -> None:
    """Raise StageError where the backup is of another stage."""
    if content.stage != stage.name:
        raise StageError(f"{file}: a backup of {content.stage}, not of {stage.name}")


def must_fit(content: Content, stage: StageFile, kinds: dict[str, Kind], file: Path) -> None:
    """Raise StageError where the backup is of other databases than those it is to go to."""
    if content.databases.keys() != kinds.keys():
        theirs, ours = ", ".join(content.databases) or "none", ", ".join(kinds) or "none"
        raise StageError(f"{file}: holds the databases {theirs}; {stage.name} has {ours}")
    for name, kind in content.databases.items():
        if kinds[name] != kind:
            raise StageError(
                f"{file}: {name} was on {kind}, and would go to {kinds[name]}; let DATABASE_URL name a {kind} database"
            )
