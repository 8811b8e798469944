"""The container engine of this machine, docker or podman, and what speaks compose to it."""

import json
import os
import re
import subprocess
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from clever.runner.engines import programs
from clever.runner.errors import StageError
from clever.runner.logs import telling_line

PROJECT = "com.docker.compose.project"  # the label by which compose knows its own containers again
ONE_OFF = "com.docker.compose.oneoff"  # and this one tells those that run a single command
# What docker says last when it has refused something, however it was called: nothing about what was wrong.
ADVICE = re.compile(r"^(Run|See) '[^']+ --help'.*$", re.MULTILINE)
ANSWER_SECONDS = 20.0  # within which an engine has said who it is


@dataclass(frozen=True)
class Engine:
    """An engine that answers, by the path of its command."""

    program: Path
    version: str  # of the engine itself, which may be another than the command's
    compose: tuple[str, ...] = ()  # the command that takes a compose file; empty where there is none

    @property
    def name(self) -> str:
        """`docker` or `podman`."""
        return self.program.name

    def run(self, *arguments: str, given: str | None = None, folder: Path | None = None) -> str:
        """What the engine's command says on stdout. Raises StageError with the line that tells why it failed."""
        return run([str(self.program), *arguments], given=given, folder=folder)

    def logs(self, container: str, *, lines: str = "all") -> str:
        """What a container has said, on either stream; empty for one that is gone."""
        command = [str(self.program), "logs", "--tail", lines, container]
        done = subprocess.run(command, capture_output=True, text=True, errors="replace", check=False)
        return "" if done.returncode else done.stdout + done.stderr

    def ask(self, *arguments: str) -> list[dict[str, Any]]:
        """The answer to a command that prints JSON: one object, a list of them, or one a line."""
        said = self.run(*arguments).strip()
        if said.startswith("["):
            found: list[dict[str, Any]] = json.loads(said)
            return found
        return [json.loads(line) for line in said.splitlines()]


def run(
    command: Sequence[str],
    *,
    given: str | None = None,
    folder: Path | None = None,
    environment: Mapping[str, str] | None = None,
) -> str:
    """What a command says on stdout. Raises StageError with the line that tells why it failed."""
    try:
        done = subprocess.run(
            [*command],
            input=given,
            stdin=None if given is not None else subprocess.DEVNULL,
            cwd=folder,
            env=dict(environment) if environment is not None else None,
            capture_output=True,
            text=True,
            check=False,
        )
    except OSError as error:
        raise StageError(f"{command[0]}: cannot be run ({error.strerror})") from error
    if done.returncode:
        named = " ".join([Path(command[0]).name, *command[1:3]])
        said = ADVICE.sub("", done.stderr) or done.stdout
        raise StageError(f"{named}: {telling_line(said) or f'exit status {done.returncode}'}")
    return done.stdout


def find_engine() -> Engine:
    """The engine that answers here: docker, or else podman.

    Raises StageError where none is installed, and where one is but does not answer, saying how to start it.
    """
    program = programs.find("docker")
    if program is None:
        raise StageError("neither docker nor podman is installed; `inv doctor` says how to get one")
    version, why = _version(program)
    if not version:
        raise StageError(f"{program.name} is installed but does not answer ({why}); start it: {_start(program)}")
    return Engine(program, version, compose=_compose(program))


@cache
def answers() -> bool:
    """Whether there is an engine, and it answers. Asked once a process."""
    try:
        return bool(find_engine())
    except StageError:
        return False


@cache
def reads_compose() -> bool:
    """Whether the engine answers, and something here gives it what a compose file says. Asked once a process."""
    return answers() and bool(find_engine().compose)


def swarms() -> bool:
    """Whether the engine answers, and knows of swarms. podman does not."""
    return answers() and find_engine().name == "docker"


def can_start() -> bool:
    """Whether the engine itself is on this machine, and not only a command that speaks to one elsewhere."""
    return any(programs.find_any(programs.Programs((name,))) for name in ("dockerd", "podman"))


def any_runs(project: str) -> bool:
    """Whether a container of what compose calls `project` runs, other than for a single command.

    Not where no engine answers.
    """
    listed = ("ps", "--quiet", "--filter", f"label={PROJECT}={project}")
    try:
        engine = find_engine()
        running = {*engine.run(*listed).split()}
        return bool(running and running - {*engine.run(*listed, "--filter", f"label={ONE_OFF}=True").split()})
    except StageError:
        return False


def with_compose(engine: Engine) -> Engine:
    """The same engine. Raises StageError where nothing here takes a compose file."""
    if not engine.compose:
        raise StageError(
            f"{engine.name} has nothing that reads a compose file; install docker-compose, or docker's compose plugin"
        )
    return engine


def _version(program: Path) -> tuple[str, str]:
    """The engine's version, empty where it does not answer, and why not."""
    asked = "{{.Server.Version}}" if program.name == "docker" else "{{.Client.Version}}"
    try:
        done = subprocess.run(
            [str(program), "version", "--format", asked],
            capture_output=True,
            text=True,
            check=False,
            timeout=ANSWER_SECONDS,
        )
    except (OSError, subprocess.TimeoutExpired) as error:
        return "", str(error)
    return (done.stdout.strip(), "") if done.returncode == 0 else ("", telling_line(done.stderr))


def _start(program: Path) -> str:
    if program.name == "podman":
        return "podman info tells what it lacks"
    return "systemctl start docker, or Docker Desktop" if os.path.isdir("/run/systemd/system") else "dockerd, as root"


def _compose(program: Path) -> tuple[str, ...]:
    """What takes a compose file: the engine's own subcommand, or docker-compose by itself."""
    own = (str(program), "compose")
    if _works([*own, "version"]):
        return own
    alone = programs.find("docker-compose")
    return (str(alone),) if alone and _works([str(alone), "version"]) else ()


def _works(command: Sequence[str]) -> bool:
    try:
        done = subprocess.run([*command], capture_output=True, check=False, timeout=ANSWER_SECONDS)
    except (OSError, subprocess.TimeoutExpired):
        return False
    return done.returncode == 0
