"""The engine of this machine, and what it says, with every refusal as the reader's one line."""

import functools
import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

from lab.engines.handle import one_line

if TYPE_CHECKING:
    from clever.runner.containers.engine import Engine


@functools.cache
def engine() -> "Engine":
    """docker or podman, whichever answers. Raises LabError where none does."""
    from clever.runner.containers.engine import find_engine

    return one_line(find_engine)()


def said(*arguments: str, folder: Path | None = None, given: str | None = None) -> str:
    """What the engine says to a command, without the blanks around it. Raises LabError with the line that tells why."""
    return one_line(engine().run)(*arguments, folder=folder, given=given).strip()


def inspected(kind: str, name: str) -> dict[str, Any]:
    """All that the engine knows of an image, a container or a volume. Raises LabError where there is none."""
    found: list[dict[str, Any]] = json.loads(said(kind, "inspect", name))
    return found[0]
