"""Let a running stage take up new code, without a moment in which nobody answers.

gunicorn's master keeps the listening socket. Told to reload, it starts new workers, which read the code anew, and lets
the old ones finish what they have begun; whoever connects in between waits in the socket's queue.
"""

import os
import signal
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import psutil

from {{ cookiecutter.namespace }}.runner.errors import StageError
from {{ cookiecutter.namespace }}.runner.locking import alone
from {{ cookiecutter.namespace }}.runner.logs import tail, telling_line
from {{ cookiecutter.namespace }}.runner.places import StageFolder, find_root
from {{ cookiecutter.namespace }}.runner.processes import is_of_stage
from {{ cookiecutter.namespace }}.runner.progress import Progress, Step, silent
from {{ cookiecutter.namespace }}.runner.readiness import is_ready
from {{ cookiecutter.namespace }}.runner.record import Record, running_record
from {{ cookiecutter.namespace }}.runner.stagefile import StageFile
from {{ cookiecutter.namespace }}.runner.supervisor import AWAY, Supervisor
from {{ cookiecutter.namespace }}.runner.ways import load_stage_of_processes

ANSWER_SECONDS = 10.0  # a stage that is reloaded is in use, and its answer may have to wait behind others
RELOAD_SECONDS = 60.0  # an old worker has 20 to end, a new one is there after one or two; this is for a busy machine
PAUSE = 0.05


def reload(name: str, *, program: str = "", progress: Progress | None = None, root: Path | None = None) -> list[str]:
    """Let every program of a running stage take up new code, or only the one that is named. Returns their names.

    One after the other: the next gunicorn has its turn when the new workers of the last one are ready. Programs that
    nobody connects to are stopped and started. Raises StageError for a stage that is down, for an unknown program, and
    with the log line that tells why for one that does not come back; those after it then keep their old code.
    """
    root = root or find_root()
    stage = load_stage_of_processes(
        name, root, instead="an image does not take up code; make a new one, by inv images, and start it"
    )
    folder = StageFolder.of(stage.name, root)
    if running_record(folder) is None:
        raise StageError(f"{name} is not up, so there is nothing to reload; start it: inv up {name}")
    tell = progress or silent
    with alone(folder, tell):
        record = running_record(folder)
        if record is None:
            raise StageError(f"{name} was stopped meanwhile; start it: inv up {name}")
        addresses = _addresses(stage, record)
        if program and program not in addresses:
            raise StageError(f"{name} has no program {program!r} to reload; there are: {', '.join(addresses)}")
        chosen = [program] if program else list(addresses)
        for each in chosen:
            tell(Step(f"reload {each}"))
            _Reload(each, Supervisor(Path(record.sockets)), folder).carry_out(addresses[each])
    return chosen


def _addresses(stage: StageFile, record: Record) -> dict[str, str]:
    """The programs that run our code, each with its address; empty for one that nobody connects to."""
    found: dict[str, str] = {}
    for name, project in stage.projects.items():
        gunicorns = {program: port for program, port in project.gunicorns(name).items() if port in record.ports}
        found |= {program: record.projects[port] for program, port in gunicorns.items()}
        found |= {program: "" for program in project.processes if program not in gunicorns}
    return found


@dataclass(frozen=True)
class _Reload:
    """The reload of one program."""

    name: str
    supervisor: Supervisor
    folder: StageFolder

    def carry_out(self, url: str) -> None:
        try:
            self._reload_gunicorn(url) if url else self._restart()
        except AWAY as error:
            raise StageError(f"supervisord does not answer ({error}); stop the stage and start it") from error

    def _reload_gunicorn(self, url: str) -> None:
        master, _ = self._now()
        if not is_of_stage(master, self.folder.path):
            raise StageError(f"{self.name} does not run, so it cannot be reloaded; its log: {self._log}")
        old = _children(master)
        os.kill(master, signal.SIGHUP)  # to the master alone: its workers are for it to end

        def taken_over() -> bool:
            if self._now()[0] != master:
                raise StageError(f"{self.name} did not survive its reload: {self._last_words()}")
            now = _children(master)
            return bool(now) and not now & old and is_ready(url, ANSWER_SECONDS)

        self._wait(taken_over)

    def _restart(self) -> None:
        before, state = self._now()
        if state not in ("STOPPED", "EXITED", "FATAL"):
            self.supervisor.stop(self.name)
        self._wait(lambda: self._now()[1] in ("STOPPED", "EXITED", "FATAL"))
        self.supervisor.start(self.name)
        self._wait(lambda: self._now()[1] == "RUNNING" and self._now()[0] != before)

    def _now(self) -> tuple[int, str]:
        """The program's process, 0 where it has none, and its state."""
        program = next(each for each in self.supervisor.programs() if each.name == self.name)
        return program.pid, program.state

    def _wait(self, done: Callable[[], bool]) -> None:
        deadline = time.monotonic() + RELOAD_SECONDS
        while not done():
            if time.monotonic() > deadline:
                raise StageError(
                    f"{self.name} is not back {RELOAD_SECONDS:.0f} s after its reload: {self._last_words()}"
                )
            time.sleep(PAUSE)

    @property
    def _log(self) -> Path:
        return self.folder.logs / f"{self.name}.log"

    def _last_words(self) -> str:
        return f"{telling_line(tail(self._log))}; its log: {self._log}"


def _children(pid: int) -> set[int]:
    try:
        return {child.pid for child in psutil.Process(pid).children() if child.status() != psutil.STATUS_ZOMBIE}
    except psutil.Error:
        return set()  # one went while it was looked at: look again
