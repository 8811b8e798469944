"""Holding a fault for a block, from the notebook's side."""

import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO, cast

from lab.errors import LabError

HOLDER = Path(__file__).with_name("holder.py")
LONGEST = 120.0
"""Seconds that a fault is held at most, whatever the block does."""


@contextmanager
def hold(fault: str, *arguments: str, seconds: float, script: Path = HOLDER) -> Iterator[None]:
    """Hold one of the holder's faults for a block. Raises LabError where it cannot be made, or was over too early.

    `script` is another one with the holder's manners.
    """
    if not 0 < seconds <= LONGEST:
        raise LabError(f"a fault of {seconds:g} s is not for here: more than none, and at most {LONGEST:g} s")
    holder = subprocess.Popen(
        [sys.executable, "-I", str(script), str(seconds), fault, *arguments],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        start_new_session=True,  # Ctrl-C is for the notebook: what ends the fault is the pipe
    )
    said = cast("IO[bytes]", holder.stdout)
    try:
        if not said.readline():
            raise LabError(f"the fault could not be made: {_ended(holder)}")
        yield
    except BaseException:
        _ended(holder)
        raise
    complaint = _ended(holder)
    if holder.returncode == 3:
        raise LabError(f"the fault was over after {seconds:g} s, before its block was: do less in it, or allow more")
    if holder.returncode:
        raise LabError(f"the fault could not be undone: {complaint}")


def _ended(holder: subprocess.Popen[bytes]) -> str:
    """Let the holder undo its fault, wait until it has, and return what it complains of."""
    if holder.stdin is None or holder.stdin.closed:
        return ""
    _, complaint = holder.communicate()  # closes the pipe
    return complaint.decode(errors="replace").strip()
