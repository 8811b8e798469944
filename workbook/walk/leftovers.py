"""End what a notebook started and left running."""

from collections.abc import Callable
from contextlib import suppress

import psutil

GRACE_SECONDS = 5


def marked(variable: str, value: str) -> list[psutil.Process]:
    """Every process with this in its environment, which children inherit however they detach themselves."""
    return [process for process in psutil.process_iter() if _has(process, variable, value)]


def end_marked(variable: str, value: str) -> int:
    """End these processes, asking first. Returns how many there were."""
    found = marked(variable, value)
    for process in found:
        _quietly(process.terminate)
    _, stubborn = psutil.wait_procs(found, timeout=GRACE_SECONDS)
    for process in stubborn:
        _quietly(process.kill)
    psutil.wait_procs(stubborn, timeout=GRACE_SECONDS)
    return len(found)


def _has(process: psutil.Process, variable: str, value: str) -> bool:
    try:
        return process.environ().get(variable) == value
    except (psutil.Error, OSError):
        return False  # gone, or somebody else's


def _quietly(signal: Callable[[], None]) -> None:
    with suppress(psutil.NoSuchProcess):
        signal()
