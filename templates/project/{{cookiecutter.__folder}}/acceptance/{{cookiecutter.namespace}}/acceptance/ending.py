"""A part of a running stage is ended, and comes back."""

import os
import signal
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from {{ cookiecutter.namespace }} import runner
from {{ cookiecutter.namespace }}.acceptance.addresses import NoStage
from {{ cookiecutter.namespace }}.acceptance.holding import kept
from {{ cookiecutter.namespace }}.runner.places import StageFolder, find_root
from {{ cookiecutter.namespace }}.runner.ports import is_free
from {{ cookiecutter.namespace }}.runner.readiness import is_ready
from {{ cookiecutter.namespace }}.runner.record import running_record
from {{ cookiecutter.namespace }}.runner.supervisor import Supervisor

SECONDS = 60.0  # for what takes two, on a machine under heavy load


@contextmanager
def ended(stage: str, project: str) -> Iterator[None]:
    """All programs of a project are killed, and stay so for as long as the block lasts; then all is ready again.

    Raises NoStage where the stage does not run, or the project does not come back.
    """
    record = running_record(StageFolder.of(stage, find_root()))
    if record is None:
        raise NoStage(f"{stage} does not run, so no part of it can be ended")
    supervisor = Supervisor(Path(record.sockets))
    programs, port = list(runner.load_stage(stage).projects[project].processes), record.ports[project]
    for program in programs:
        _end(supervisor, program)
    try:
        until(lambda: _states(supervisor, programs) == {"STOPPED"}, f"{project} does not end")
        until(lambda: is_free(port), f"{project} is dead, and its port is in use")  # the last worker lets go of it
        with kept(port):
            yield
    finally:
        for program in programs:
            supervisor.start(program)
        until(lambda: all(map(is_ready, record.projects.values())), f"{stage} is not ready after {project}'s return")


def _end(supervisor: Supervisor, program: str) -> None:
    """Kill it with all its workers. Told before to stop it, supervisord does not bring it back."""
    pid = next(one.pid for one in supervisor.programs() if one.name == program)
    supervisor.stop(program)
    with suppress(ProcessLookupError):
        os.killpg(pid, signal.SIGKILL)
    supervisor.wake()


def _states(supervisor: Supervisor, programs: list[str]) -> set[str]:
    return {one.state for one in supervisor.programs() if one.name in programs}


def until(done: Callable[[], bool], otherwise: str) -> None:
    """Return as soon as it is done. Raises NoStage with `otherwise` where it does not come to that."""
    deadline = time.monotonic() + SECONDS
    while not done():
        if time.monotonic() > deadline:
            raise NoStage(f"{otherwise}, after {SECONDS:.0f} s")
        time.sleep(0.05)
