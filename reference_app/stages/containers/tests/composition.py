"""The compose file as it is written, with its anchors resolved and its variables left open."""

import re
from pathlib import Path
from typing import Any

import yaml

from clever.runner.places import find_root
from clever.runner.stagefile import StageFile, load_stage

STAGE = Path(__file__).resolve().parent.parent
TABLE: StageFile = load_stage("containers", find_root(STAGE))
PROJECTS = list(TABLE.projects)
VARIABLE = re.compile(r"\$\{([A-Z_]+)(?::?[-?]([^}]*))?\}")  # ${NAME}, ${NAME:-default}, ${NAME:?complaint}


def read(name: str = "compose.yaml") -> dict[str, Any]:
    """What a compose file says."""
    found: dict[str, Any] = yaml.safe_load((STAGE / name).read_text(encoding="utf-8"))
    return found


SERVICES: dict[str, dict[str, Any]] = read()["services"]
JOBS = [name for name in SERVICES if name == "databases" or name.startswith("prepare-")]
ENGINES = ["postgres", "redis", "nginx"]


def files() -> str:
    """All compose files, as text without comments."""
    lines = [line for file in sorted(STAGE.glob("compose*.yaml")) for line in file.read_text("utf-8").splitlines()]
    return "\n".join(line for line in lines if not line.lstrip().startswith("#"))
