"""What belongs to this notebook, so that it ends with it, and what an earlier one has left behind.

Each container, volume and network has a label with the id of the notebook's process. A notebook that was killed cleans
nothing up, so the next one does it.
"""

import atexit
import functools
import os
from contextlib import suppress

import psutil

from lab.containers.engine import said
from lab.errors import LabError

LABEL = "lab.notebook"


def label() -> str:
    """The label, and its value, of all that is made here. The first call clears away what nobody owns any more."""
    _clear_up()
    return f"{LABEL}={os.getpid()}"


@functools.cache
def _clear_up() -> None:
    for process in _owners():
        if not psutil.pid_exists(process):
            _remove(process)
    atexit.register(_remove, os.getpid())


def _owners() -> set[int]:
    formats = '{{.Label "' + LABEL + '"}}'
    return {
        int(process)
        for listed in (["ps", "--all"], ["volume", "ls"], ["network", "ls"])
        for process in said(*listed, "--filter", f"label={LABEL}", "--format", formats).split()
        if process.isdigit()
    }


def _remove(process: int) -> None:
    """Remove what a notebook has made. What cannot be removed is left: its end must not fail."""
    with suppress(LabError):
        mine = f"label={LABEL}={process}"
        for container in said("ps", "--all", "--quiet", "--filter", mine).split():
            with suppress(LabError):
                said("rm", "--force", "--volumes", container)
        for kind in ("volume", "network"):
            for name in said(kind, "ls", "--quiet", "--filter", mine).split():
                with suppress(LabError):
                    said(kind, "rm", name)
