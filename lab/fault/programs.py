"""The programs of a running stage, and the process group that each of them is."""

import os
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import psutil

from lab.errors import LabError
from lab.running.stages import Stage
from lab.where import ROOT

if TYPE_CHECKING:
    from clever.runner.supervisor import Program, Supervisor


@dataclass(frozen=True)
class Running:
    """A program that supervisord keeps running. Its group holds all of its processes: a master, and its workers."""

    name: str
    group: int
    url: str  # where it answers; empty for one that nobody asks anything
    supervisor: "Supervisor"

    def now(self) -> "Program":
        """The program as supervisord sees it at this moment."""
        return next(one for one in self.supervisor.programs() if one.name == self.name)


def find(stage: Stage, name: str) -> Running:
    """The running program `name` of a stage.

    Raises LabError, naming the programs that there are, for an unknown one; and for a stage or a program that is down.
    """
    from clever.runner import StageError, load_stage
    from clever.runner.launching import NGINX
    from clever.runner.places import StageFolder
    from clever.runner.processes import is_of_stage
    from clever.runner.record import running_record
    from clever.runner.supervisor import AWAY, Supervisor

    try:
        tables = load_stage(stage.name, ROOT)
    except StageError as error:
        raise LabError(str(error)) from error
    folder = StageFolder.of(stage.name, ROOT)
    record = running_record(folder)
    if record is None:
        raise LabError(f'{stage.name} is not up, so nothing can fail: start it with lab.up("{stage.name}")')
    ports = {program: record.ports[project] for project, its in tables.projects.items() for program in its.processes}
    ports |= {extra: record.ports[extra] for extra in (*tables.instances, NGINX) if extra in record.ports}
    if name not in ports:
        raise LabError(f"{stage.name} has no program {name!r}: it has {', '.join(ports)}")
    supervisor = Supervisor(Path(record.sockets))
    try:
        program = next((one for one in supervisor.programs() if one.name == name), None)
    except AWAY as error:
        raise LabError(f"supervisord of {stage.name} does not answer ({error}): stop the stage and start it") from error
    # The system may have given the number to somebody else since supervisord noted it.
    if program is None or not program.pid or not is_of_stage(program.pid, folder.path):
        state = program.state if program else "unknown"
        raise LabError(f'{name} of {stage.name} does not run ({state}): call lab.up("{stage.name}"), then try again')
    group = os.getpgid(program.pid)
    url = f"http://127.0.0.1:{ports[name]}/readyz" if _listens(group, ports[name]) else ""
    return Running(name, group, url, supervisor)


def members(group: int) -> list[psutil.Process]:
    """The live processes of a group."""
    found = []
    for process in psutil.process_iter():
        try:
            if os.getpgid(process.pid) == group and process.status() != psutil.STATUS_ZOMBIE:
                found.append(process)
        except (psutil.Error, OSError):
            continue  # it went meanwhile
    return found


def _listens(group: int, port: int) -> bool:
    for process in members(group):
        try:
            connections = process.net_connections(kind="tcp")
        except psutil.Error:
            continue
        if any(one.status == psutil.CONN_LISTEN and one.laddr.port == port for one in connections):
            return True
    return False
