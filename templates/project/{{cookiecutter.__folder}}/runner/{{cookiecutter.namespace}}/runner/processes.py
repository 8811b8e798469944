"""Which processes of this machine belong to a stage, and how to end them all.

A process id alone says nothing: the system gives it to somebody else later. So each process of a stage carries, in its
environment, the folder of the stage. Children inherit it, whoever their parent is by now, so that what a killed
supervisord leaves behind is found too.
"""

import contextlib
import hashlib
import os
import signal
import time
from collections.abc import Iterable
from pathlib import Path

import psutil

from {{ cookiecutter.namespace }}.runner.errors import StageError

MARK = "CLEVER_STAGE_FOLDER"
TERM_SECONDS = 5.0  # what a process gets to end by itself, before it is killed
KILL_SECONDS = 5.0
LONGEST_NAME = 40  # characters of a stage's name in a title; PostgreSQL takes 63 for all of it
STARTING_SECONDS = 1.0  # the longest that a process without arguments is taken for one that is just being started


def belongs(process: psutil.Process, folder: Path) -> bool:
    """Whether a live process is one of the stage that keeps its data in `folder`."""
    try:
        if process.status() == psutil.STATUS_ZOMBIE:
            return False
        environment = _environment(process)
        if environment:
            return environment.get(MARK) == str(folder)
        # nginx writes its title over its environment; but its working folder is the stage's.
        return Path(process.cwd()).is_relative_to(folder)
    except psutil.AccessDenied:
        return _bears_title(process, folder)
    except (psutil.Error, OSError):
        return False  # gone meanwhile, or another user's


def _environment(process: psutil.Process) -> dict[str, str]:
    """The environment that a process was started with. Empty where it has written over it.

    A program that is just being started shows neither environment nor arguments for some microseconds, and its parent
    goes on before that has passed. Taken for empty, a child of the stage would be overlooked; so it is asked again.
    """
    deadline = time.monotonic() + STARTING_SECONDS
    while True:
        environment = process.environ()
        if environment or process.cmdline() or not process.exe() or time.monotonic() > deadline:
            return environment


def title(folder: Path) -> str:
    """What names a stage in the title of a process, such as `postgres: orders-1a2b3c: checkpointer`."""
    return f"{folder.name[:LONGEST_NAME]}-{hashlib.sha256(str(folder).encode()).hexdigest()[:6]}"


def _bears_title(process: psutil.Process, folder: Path) -> bool:
    """Whether a process that may not be looked into says that it is the stage's.

    In a container root may end what another user runs, and not look into it; and PostgreSQL does not run as root.
    """
    try:
        return os.geteuid() == 0 and title(folder) in " ".join(process.cmdline())
    except (psutil.Error, OSError):
        return False


def of_stage(folder: Path) -> list[psutil.Process]:
    """All live processes of the stage that keeps its data in `folder`."""
    return [process for process in psutil.process_iter() if process.pid != os.getpid() and belongs(process, folder)]


def is_of_stage(pid: int, folder: Path) -> bool:
    """Whether `pid` is alive and one of the stage's. False where the system has given the number to somebody else."""
    try:
        return belongs(psutil.Process(pid), folder)
    except (psutil.Error, ValueError):
        return False


def listens(folder: Path, port: int) -> bool:
    """Whether one of the stage's own processes listens on `port`: an answer alone could be anybody's."""
    for process in of_stage(folder):
        with contextlib.suppress(psutil.Error):
            for connection in process.net_connections(kind="tcp"):
                if connection.status == psutil.CONN_LISTEN and connection.laddr.port == port:
                    return True
    return False


def resume(folder: Path) -> None:
    """Let stopped processes go on: one that is stopped hears no other signal."""
    _signal_groups(of_stage(folder), signal.SIGCONT)


def end_all(folder: Path) -> None:
    """End all processes of the stage, kindly and then by force.

    Raises StageError, naming them, for processes that are still there afterwards.
    """
    for number, seconds in ((signal.SIGTERM, TERM_SECONDS), (signal.SIGKILL, KILL_SECONDS), (signal.SIGKILL, 1.0)):
        # Looked up anew each time: what was ended last may have started something before it went.
        left = of_stage(folder)
        if not left:
            return
        _signal_groups(left, signal.SIGCONT)
        _signal_groups(left, number)
        psutil.wait_procs(left, timeout=seconds)
    if left := of_stage(folder):
        pids = ", ".join(str(process.pid) for process in left)
        raise StageError(f"{folder}: these processes would not end: {pids}; look at them with `ps`")


def _signal_groups(processes: Iterable[psutil.Process], number: signal.Signals) -> None:
    groups = set()
    for process in processes:
        with contextlib.suppress(ProcessLookupError):
            groups.add(os.getpgid(process.pid))
    groups.discard(os.getpgrp())  # a helper that still shares our own group ends with us
    for group in groups:
        with contextlib.suppress(ProcessLookupError, PermissionError):
            os.killpg(group, number)
