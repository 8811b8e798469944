"""What compose calls a stage: the name of its containers, volumes and network, kept in the stage's folder."""

import hashlib
import secrets
from pathlib import Path

from clever.runner.containers.engine import PROJECT, find_engine
from clever.runner.envfile import write_private
from clever.runner.errors import StageError
from clever.runner.places import StageFolder


def variables_file(folder: StageFolder) -> Path:
    """What the compose file leaves open, as the last start in containers filled it in."""
    return folder.run / "compose.env"


def project_name(stage: str, folder: StageFolder) -> str:
    """The name of a stage's compose project, one for each folder of state: no two of them share anything.

    It goes where the folder goes: volumes stay those of a folder that was put aside, and the next one gets its own.
    """
    try:
        kept = _file(folder).read_text(encoding="utf-8").strip()
    except OSError:
        kept = ""
    return kept or f"{stage}-{hashlib.sha256(str(folder.path).encode()).hexdigest()[:6]}"


def settle_name(stage: str, folder: StageFolder) -> None:
    """Write the name down, before anything bears it. Raises StageError where that is not possible."""
    if _file(folder).exists() or not folder.path.exists():
        return
    # One that was in containers before names were kept has volumes that are called by the folder's path.
    name = project_name(stage, folder) if variables_file(folder).exists() else f"{stage}-{secrets.token_hex(3)}"
    try:
        write_private(_file(folder), f"{name}\n")
    except OSError as error:
        raise StageError(f"{error.filename}: cannot be written ({error.strerror})") from error


def volumes_left(stage: str, folder: StageFolder) -> list[str]:
    """The volumes that a stage with this folder has, by the names that the engine knows them by.

    None where no engine answers, and where it was never in containers.
    """
    if not variables_file(folder).exists():
        return []
    try:
        said = find_engine().run(
            "volume", "ls", "--quiet", "--filter", f"label={PROJECT}={project_name(stage, folder)}"
        )
    except StageError:
        return []
    return sorted(said.split())


def _file(folder: StageFolder) -> Path:
    return folder.path / "compose.name"
