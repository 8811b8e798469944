"""What has to be done before a project can serve: its manage.py commands from stage.toml, such as migrate and fill.

Projects are prepared side by side, since each is for the most part a Python that starts. One that opens other projects'
databases has its turn after those. Threads only read what the commands say; all else is done by the thread that asked,
which alone can be interrupted.
"""

import subprocess
import sys
import threading
from collections.abc import Iterable, Mapping
from contextlib import suppress
from pathlib import Path
from queue import SimpleQueue
from typing import TextIO

from {{ cookiecutter.namespace }}.runner import commands
from {{ cookiecutter.namespace }}.runner.errors import StageError
from {{ cookiecutter.namespace }}.runner.logs import telling_line
from {{ cookiecutter.namespace }}.runner.places import StageFolder
from {{ cookiecutter.namespace }}.runner.progress import Progress, Step, step_from
from {{ cookiecutter.namespace }}.runner.stagefile import StageFile

SIDE_BY_SIDE = 2  # more would only wait for each other, on a machine with two cores
END_SECONDS = 5.0  # what a command that is stopped gets to roll back


def prepare(
    stage: StageFile, folder: StageFolder, environments: Mapping[str, Mapping[str, str]], progress: Progress
) -> None:
    """Run each project's commands in order. What they say goes to `logs/prepare.log`.

    Raises StageError with the line that tells why, as soon as a command fails. No command runs on afterwards.
    """
    wanted = [name for name, project in stage.projects.items() if project.prepare]
    last = [name for name in wanted if stage.projects[name].opens]
    with (folder.logs / "prepare.log").open("w", encoding="utf-8") as log:
        run = _Preparation(stage, environments, log, progress)
        for names in ([name for name in wanted if name not in last], last):
            run.all_of(names)


class _Preparation:
    """The commands of several projects under way."""

    def __init__(
        self, stage: StageFile, environments: Mapping[str, Mapping[str, str]], log: TextIO, progress: Progress
    ) -> None:
        self._stage = stage
        self._environments = environments
        self._log = log
        self._progress = progress
        self._lines: SimpleQueue[tuple[str, str | None]] = SimpleQueue()  # project, line; None where it has ended
        self._running: dict[str, _Commands] = {}

    def all_of(self, names: Iterable[str]) -> None:
        waiting = list(names)
        try:
            while waiting or self._running:
                while waiting and len(self._running) < SIDE_BY_SIDE:
                    self._begin(waiting.pop(0))
                name, line = self._lines.get()
                if line is None:
                    self._end(name)
                else:
                    self._hear(name, line)
        except BaseException:
            for commands_of_one in self._running.values():
                commands_of_one.stop()
            raise

    def _begin(self, name: str) -> None:
        project = self._stage.projects[name]
        folder = self._stage.sources / project.folder
        self._running[name] = _Commands(name, project.prepare, folder, self._environments[name], self._lines)

    def _hear(self, name: str, line: str) -> None:
        self._log.write(self._prefix(name) + line)
        self._log.flush()  # whoever wonders why it takes so long reads along
        if step := self._running[name].hear(line):
            self._progress(step)

    def _prefix(self, name: str) -> str:
        """Whose line it is. Where there is one project alone, nobody asks."""
        return f"{name}: " if len(self._stage.projects) > 1 else ""

    def _end(self, name: str) -> None:
        self._running.pop(name).must_have_gone_well(self._prefix(name), Path(self._log.name))
        if len(self._stage.projects) > 1:  # somebody else may be busy still
            self._progress(Step("prepared", name))


class _Commands:
    """One project's commands, run by one process, and what it said since the last of them began."""

    def __init__(
        self,
        name: str,
        commands_of_it: Iterable[str],
        folder: Path,
        environment: Mapping[str, str],
        lines: "SimpleQueue[tuple[str, str | None]]",
    ) -> None:
        self._name = name
        self._command, self._said = "", ""
        self._process = subprocess.Popen(
            # By its path: as a module it would load all of the runner first. -P keeps its neighbours off sys.path.
            [sys.executable, "-P", commands.__file__, *commands_of_it],
            cwd=folder,
            env=dict(environment),
            umask=0o077,  # the database is for this user alone
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            errors="replace",
        )

        def read() -> None:
            with suppress(ValueError):  # closed meanwhile, since nobody wants to hear any more
                for line in self._process.stdout or ():
                    lines.put((name, line))
            lines.put((name, None))

        threading.Thread(target=read, name=f"prepare {name}", daemon=True).start()

    def hear(self, line: str) -> Step | None:
        """Take note of a line. Returns the step that it tells of."""
        if line.startswith(commands.ANNOUNCED):
            self._command, self._said = line.removeprefix(commands.ANNOUNCED).strip(), ""
            return Step(self._command.split()[0], self._name)
        if step := step_from(line, self._name):
            return step
        self._said += line
        return None

    def stop(self) -> None:
        """End it. Its transaction is rolled back, so a fill leaves nothing half done."""
        self._process.terminate()
        try:
            self._process.wait(END_SECONDS)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()

    def must_have_gone_well(self, prefix: str, log: Path) -> None:
        """Raise StageError, with the line that tells why, where a command failed."""
        if not self._process.wait():
            return
        reason = telling_line(self._said)
        if reason.startswith("configuration: "):
            raise StageError(f"{prefix}{reason}")
        raise StageError(f"{self._name}: `manage.py {self._command}` failed: {reason}; all it said: {log}")
