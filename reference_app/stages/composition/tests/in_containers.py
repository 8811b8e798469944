"""The stage in containers, as it is written: compose files put together, their variables left open."""

from typing import Any

from clever.runner.containers.together import together
from clever.runner.places import find_root
from clever.runner.stagefile import StageFile, load_stage

from .conftest import STAGE

TABLE: StageFile = load_stage("composition", find_root(STAGE), on="containers")
BENEATH: StageFile = load_stage("containers", find_root(STAGE))
FOLDER = STAGE / "containers"

SERVICES: dict[str, dict[str, Any]] = together(TABLE.files("compose.yaml"))["services"]
BEFORE: dict[str, dict[str, Any]] = together(BENEATH.files("compose.yaml"))["services"]
NEW = [name for name in SERVICES if name not in BEFORE]
ADDED = [name for name in TABLE.projects if name not in BENEATH.projects]
EVENT, JOB = ["event", "event-worker"], "prepare-event"
