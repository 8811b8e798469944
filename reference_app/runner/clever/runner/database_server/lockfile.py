"""postmaster.pid, by which PostgreSQL keeps a second server off its data, and by which we find the first."""

import os
from pathlib import Path

import psutil

from clever.runner.processes import title

POSTGRES = "postgres"  # the name of its process


def server_on(data: Path) -> psutil.Process | None:
    """The server whose data is in `data`; None where there is none, or none that runs."""
    process = _named_in(data)
    if process is None:
        return None
    return process if is_postgres(process) and _may_be_in(process, data) else None


def is_postgres(process: psutil.Process) -> bool:
    """Whether it is alive, and a server or one of a server's helpers."""
    try:
        return process.name() == POSTGRES and process.status() != psutil.STATUS_ZOMBIE
    except psutil.Error:
        return False


def remove_stale(data: Path) -> None:
    """Remove the file where the number in it was given to some other program, as after the machine was off.

    Where there is no such process, PostgreSQL sees by itself that the file is stale.
    """
    if _named_in(data) is not None and server_on(data) is None:
        (data / "postmaster.pid").unlink(missing_ok=True)


def _named_in(data: Path) -> psutil.Process | None:
    try:
        first, *_ = (data / "postmaster.pid").read_text(encoding="utf-8").splitlines() or [""]
        return psutil.Process(abs(int(first)))  # a server for one user alone has a minus before it
    except (OSError, ValueError, psutil.Error):
        return None


def _may_be_in(process: psutil.Process, data: Path) -> bool:
    """Whether it works in that folder, as each server does."""
    try:
        return os.path.samefile(process.cwd(), data)
    except psutil.AccessDenied:
        return _is_no_others(process, data)
    except (psutil.Error, OSError):
        return False


def _is_no_others(process: psutil.Process, data: Path) -> bool:
    """Whether a process that root, in a container, may not look into is at least no other stage's, nor a helper."""
    try:
        said = " ".join(process.cmdline())
    except psutil.Error:
        return False
    named = "cluster_name=" not in said or title(data.parents[1]) in said
    return bool(said) and named and not said.startswith("postgres: ")
