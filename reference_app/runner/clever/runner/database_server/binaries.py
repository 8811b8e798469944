"""Which PostgreSQL a stage's server is run by: the newest that is installed, or the one that the data is of."""

import re
import subprocess
from collections.abc import Iterable
from pathlib import Path

from clever.runner.engines.postgresql import find_binaries
from clever.runner.engines.programs import find_each
from clever.runner.environment import database_variable
from clever.runner.errors import StageError
from clever.runner.stagefile import StageFile


def binaries_for(stage: StageFile, data: Path, databases: Iterable[str]) -> Path:
    """The folder of the programs that can serve `data`, which need not be there yet.

    Raises StageError where PostgreSQL is not installed, or only in other versions than the one that the data is of.
    """
    newest = find_binaries()
    if newest is None:
        addresses = ", ".join(f"{database_variable(stage, name)}=postgresql://..." for name in databases)
        raise StageError(
            f"{stage.name} keeps its data in PostgreSQL, and it is not installed; install it, or set {addresses}"
        )
    try:
        kept = (data / "PG_VERSION").read_text(encoding="utf-8").strip()
    except FileNotFoundError:
        return newest
    here = {_major(initdb): initdb.resolve().parent for initdb in reversed(find_each("postgresql"))}
    if kept not in here:
        raise StageError(
            f"{data}: is of PostgreSQL {kept}, and installed is {', '.join(sorted(here))}; install {kept} beside it; "
            f"then inv backup {stage.name}, inv down {stage.name} --forget-data and inv restore bring it over"
        )
    return here[kept]


def _major(program: Path) -> str:
    """The major version in `initdb (PostgreSQL) 17.6 (Debian 17.6-1)`, which all programs of one installation share."""
    said = subprocess.run([program, "--version"], capture_output=True, text=True, errors="replace").stdout
    found = re.search(r"\(PostgreSQL\) (\d+)", said)
    return found[1] if found else ""
