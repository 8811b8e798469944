"""uv, as a command of this lesson's and not of this machine's."""

import os
import subprocess
import sys
from collections.abc import Mapping, Sequence
from enum import Enum, auto
from pathlib import Path

from lab.colourless import colourless
from lab.errors import LabError

PATIENCE = 300.0
"""Seconds. A first installation fetches its packages; everything else takes one or two."""


class Reach(Enum):
    """How far uv may go for a package."""

    NOWHERE = auto()  # what is here already
    NAMED = auto()  # the index that its arguments name, and no other that somebody set up for this machine
    ANYWHERE = auto()  # as this machine is set up


def uv(
    *words: str | Path,
    reach: Reach = Reach.NOWHERE,
    environment: Mapping[str, str] | None = None,
    folder: Path | None = None,
) -> str:
    """Run `uv ...` and return what it said.

    Raises LabError with uv's own last words where it refuses.
    """
    command = [sys.executable, "-m", "uv", *map(str, words)]
    try:
        done = subprocess.run(
            command,
            cwd=folder,
            env=_environment(reach) | dict(environment or {}),
            capture_output=True,
            text=True,
            timeout=PATIENCE,
        )
    except subprocess.TimeoutExpired:
        raise LabError(f"uv {words[0]} had not ended after {PATIENCE:g} s") from None
    said = (done.stdout + done.stderr).strip()
    if done.returncode:
        raise LabError(f"uv {words[0]}: {_reason(said.splitlines())}", detail=said)
    return said


def _environment(reach: Reach) -> dict[str, str]:
    kept = {name: value for name, value in colourless(os.environ).items() if name != "VIRTUAL_ENV"}
    told = {"UV_PYTHON_DOWNLOADS": "never"}
    if reach is not Reach.ANYWHERE:
        kept = {name: value for name, value in kept.items() if not name.startswith("UV_") or name == "UV_CACHE_DIR"}
        told["UV_NO_CONFIG"] = "1"
    if reach is Reach.NOWHERE:
        told["UV_OFFLINE"] = "1"
    return kept | told


def _reason(said: Sequence[str]) -> str:
    """The line that tells why: the last cause, or else the last line."""
    causes = [line.strip().removeprefix("cause: ") for line in said if line.strip().startswith("cause: ")]
    return (causes or [line for line in said if line.strip()] or ["it did not say why"])[-1]
