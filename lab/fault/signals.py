"""Faults that are one signal: killed, or stopped where it stands.

The signal goes to the whole process group. A gunicorn whose master alone is stopped or killed still answers: its
workers hold the same socket.
"""

import contextlib
import os
import signal as signals
import time
from collections.abc import Iterator
from contextlib import contextmanager

import psutil

from lab.errors import LabError
from lab.fault.holding import LONGEST, hold
from lab.fault.programs import find, members
from lab.fault.returning import Return, Watch
from lab.running.processes import Process
from lab.running.stages import Stage

STILL = 5.0  # seconds in which every process of a group has stopped


@contextmanager
def kill(target: Stage | Process, program: str = "", *, signal: int = signals.SIGKILL) -> Iterator[Return]:
    """Kill a program of a stage, with all its processes. At the end of the block, waits until it is back.

    The block gets a Return, whose `time_to_return` is counted from the kill to the first answer that is ready. A
    Process that the lab started by itself has nobody to bring it back: its time is inf.
    Raises LabError for an unknown program, and for one that is not back within 30 s.
    """
    if isinstance(target, Process):
        end_group(_group_of(target), signal)
        yield Return(target.name)
        return
    found = find(target, program)
    back = Return(program)
    killed_at = time.monotonic()
    end_group(found.group, signal)
    watch = Watch(found, killed_at, back)
    try:
        yield back
        watch.wait()
    finally:
        watch.stop()


def end_group(group: int, signal: int) -> None:
    """Send a signal to every process of a group. One that has ended by itself just now is as good as killed."""
    with contextlib.suppress(ProcessLookupError):
        os.killpg(group, signal)


@contextmanager
def hang(target: Stage | Process, program: str = "", *, seconds: float = LONGEST) -> Iterator[None]:
    """Stop a program where it stands: it keeps its sockets, takes no request and gives no answer.

    It goes on at the end of the block; also when the notebook's kernel is killed, and at the latest after `seconds`.
    Raises LabError for an unknown program, and when the block took longer than `seconds`.
    """
    group = _group_of(target) if isinstance(target, Process) else find(target, program).group
    with hold("stop", str(group), seconds=seconds):
        _wait_until_stopped(group)
        yield


def _wait_until_stopped(group: int) -> None:
    """A busy machine takes its time to stop a process: the block begins when all of them stand still."""
    deadline = time.monotonic() + STILL
    while not _stands_still(group):
        if time.monotonic() > deadline:
            raise LabError(f"a process was told to stop and still runs after {STILL:g} s: is the machine overloaded?")
        time.sleep(0.01)


def _stands_still(group: int) -> bool:
    try:
        return all(process.status() == psutil.STATUS_STOPPED for process in members(group))
    except psutil.NoSuchProcess:
        return False  # it went while it was looked at: look again


def _group_of(process: Process) -> int:
    if process.pid is None or not process.running:
        raise LabError(f"{process.name} has ended already, so nothing can fail: start it again")
    return process.pid
