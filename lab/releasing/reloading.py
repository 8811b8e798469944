"""A reload of the server that the shop started, and its end: the new workers serve, or gunicorn has given up."""

import os
import signal
import time

import psutil

from lab.errors import LabError
from lab.running.ports import is_ready
from lab.running.processes import Process

SECONDS = 30.0  # the old workers finish what they have begun; a new one is there after one or two
PAUSE = 0.02


def reload(server: Process) -> bool:
    """Tell gunicorn's master to start new workers, which read the code anew, and to let the old ones go.

    Returns whether it is serving afterwards: False where the new workers could not start, for then gunicorn ends.
    Raises LabError for a server that has ended before, and for one that is not done within 30 s.
    """
    if server.pid is None or not server.running:
        raise LabError(f"{server.name} has ended, so there is nothing to reload: start it again")
    old = _workers(server.pid)
    os.kill(server.pid, signal.SIGHUP)
    deadline = time.monotonic() + SECONDS
    while time.monotonic() < deadline:
        if not server.running:
            return False
        now = _workers(server.pid)
        if now and not now & old and is_ready(f"{server.url}/healthz"):
            return True
        time.sleep(PAUSE)
    raise LabError(f"{server.name} is not back {SECONDS:g} s after its reload: see its log()")


def _workers(master: int) -> set[int]:
    try:
        return {one.pid for one in psutil.Process(master).children() if one.status() != psutil.STATUS_ZOMBIE}
    except psutil.Error:
        return set()  # one went while it was looked at: look again
