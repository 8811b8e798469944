"""The template in a folder, as it was when the project was made or last updated: the newest one has other files."""

import subprocess
import tarfile
from io import BytesIO
from pathlib import Path

from clever.scaffolding.errors import Refused
from clever.scaffolding.growing.memory import Memory


def as_it_was(here: Path, memory: Memory, into: Path) -> Path:
    """The repository in `here`, or in `into` a copy of the template in it at the commit that the project remembers.

    Raises Refused where the repository does not know that commit.
    """
    place = memory.directory or "."
    if not memory.commit or _git(here, "diff", "--quiet", memory.commit, "--", place).returncode == 0:
        return here
    packed = _git(here, "archive", memory.commit, place)
    if packed.returncode:
        raise Refused(
            f"the template {memory.template} does not know {memory.commit[:12]}, which this project was made of; "
            "name another one with --template"
        )
    with tarfile.open(fileobj=BytesIO(packed.stdout)) as files:
        files.extractall(into, filter="data")
    return into


def _git(folder: Path, *arguments: str) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(["git", *arguments], cwd=folder, capture_output=True, check=False)  # noqa: S607
