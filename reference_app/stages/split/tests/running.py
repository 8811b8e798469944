"""A split stage that runs, or one that adds to it, with its programs and its secrets at hand."""

import os
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import httpx2
import psutil
import pytest

from clever import runner
from clever.acceptance.callers import certificates
from clever.acceptance.holding import taken
from clever.runner.envfile import read_env
from clever.runner.nginx import find_nginx
from clever.runner.places import StageFolder, find_root
from clever.runner.processes import of_stage
from clever.runner.record import read_record
from clever.runner.supervisor import Supervisor

ROOT = find_root(Path(__file__).parent)
SECONDS = 30.0  # for what takes about one, on a machine under heavy load


@dataclass(frozen=True)
class Split:
    """The stage, behind nginx where that is installed; each project at its own address as well."""

    running: runner.Running
    folder: StageFolder
    projects: dict[str, str]
    supervisor: Supervisor

    @property
    def secrets(self) -> dict[str, str]:
        return read_env(self.folder.secrets)

    def processes(self) -> list[psutil.Process]:
        return of_stage(self.folder.path)

    @contextmanager
    def without(self, program: str) -> Iterator[None]:
        """For as long as the block lasts supervisord keeps a program stopped."""
        self.supervisor.stop(program)
        try:
            self.until(lambda: self.state(program) == "STOPPED")
            yield
        finally:
            self.supervisor.start(program)
            self.until(lambda: self.is_ready(program))

    def restart(self, program: str) -> None:
        """Stop a program and start it, and wait until it answers at all."""
        self.supervisor.stop(program)
        self.until(lambda: self.state(program) == "STOPPED")
        self.supervisor.start(program)
        self.until(lambda: self.answers(program, "/healthz") == 200)

    def state(self, program: str) -> str:
        return next(one.state for one in self.supervisor.programs() if one.name == program)

    def answers(self, project: str, path: str) -> int:
        """The status of an answer, 0 for none."""
        try:
            # Asked again and again: to read the machine's certificates each time would take longer than the answer.
            url = self.projects[project] + path
            return httpx2.get(url, trust_env=False, verify=certificates(), timeout=5).status_code
        except httpx2.HTTPError:
            return 0

    def is_ready(self, project: str) -> bool:
        return self.answers(project, "/readyz") == 200

    @staticmethod
    def until(done: Callable[[], bool], seconds: float = SECONDS) -> None:
        deadline = time.monotonic() + seconds
        while not done():
            assert time.monotonic() < deadline, "it does not come to that"
            time.sleep(0.05)


@contextmanager
def running_split(state: Path, stage: str = "split", **settings: str) -> Iterator[Split]:
    """The stage, on data of its own, which it keeps in `state`. `settings` are those of `up`.

    It is not on its usual ports: another that starts meanwhile would sit on them for good while a part of this one is
    away.
    """
    path = {"PATH": os.environ["PATH"]}
    usual = [project.port for project in runner.load_stage(stage, ROOT).projects.values()]
    try:
        with _kept_in(state), taken(usual):
            running = runner.up(stage, nginx=find_nginx() is not None, root=ROOT, settings=settings, given=path)
            folder = StageFolder.of(stage, ROOT)
        record = read_record(folder)
        assert record is not None
        yield Split(running, folder, record.projects, Supervisor(Path(record.sockets)))
    finally:
        with _kept_in(state):
            runner.down(stage, root=ROOT)


@contextmanager
def _kept_in(state: Path) -> Iterator[None]:
    """For this block only: whoever starts another stage meanwhile has a folder of its own."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("STAGES_STATE", str(state))
        yield
