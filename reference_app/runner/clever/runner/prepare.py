"""What has to be done before a project can serve: its manage.py commands from stage.toml, such as migrate and fill."""

import shlex
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

from clever.runner.errors import StageError
from clever.runner.logs import telling_line
from clever.runner.places import StageFolder
from clever.runner.progress import Progress, Step, step_from
from clever.runner.stagefile import StageFile


def prepare(
    stage: StageFile, folder: StageFolder, environments: Mapping[str, Mapping[str, str]], progress: Progress
) -> None:
    """Run each project's commands in order. What they say goes to `logs/prepare.log`.

    Raises StageError with the line that tells why, as soon as a command fails.
    """
    log = folder.logs / "prepare.log"
    log.write_text("", encoding="utf-8")
    for name, project in stage.projects.items():
        for command in project.prepare:
            progress(Step(command.split()[0], name))
            said = _manage(stage.folder / project.folder, command, environments[name], log, name, progress)
            if said is not None:
                reason = telling_line(said)
                if reason.startswith("configuration: "):
                    raise StageError(reason)
                raise StageError(f"{name}: `manage.py {command}` failed: {reason}; all it said: {log}")


def _manage(
    folder: Path, command: str, environment: Mapping[str, str], log: Path, project: str, progress: Progress
) -> str | None:
    """Run a command, telling `progress` its counts. Returns what it said where it failed."""
    lines = []
    with (
        log.open("a", encoding="utf-8") as kept,
        subprocess.Popen(  # noqa: S603 - the command stands in stage.toml
            [sys.executable, "manage.py", *shlex.split(command)],
            cwd=folder,
            env=dict(environment),
            umask=0o077,  # the database is for this user alone
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            errors="replace",
        ) as process,
    ):
        try:
            for line in process.stdout or ():
                kept.write(line)
                lines.append(line)
                if step := step_from(line, project):
                    progress(step)
        except BaseException:
            process.terminate()  # its transaction is rolled back, so a fill leaves nothing half done
            raise
    return "".join(lines) if process.returncode else None
