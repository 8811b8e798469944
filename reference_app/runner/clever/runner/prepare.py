"""What has to be done before a project can serve: its manage.py commands from stage.toml, such as migrate and fill."""

import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

from clever.runner import commands
from clever.runner.errors import StageError
from clever.runner.logs import telling_line
from clever.runner.places import StageFolder
from clever.runner.progress import Progress, Step, step_from
from clever.runner.stagefile import Project, StageFile


def prepare(
    stage: StageFile, folder: StageFolder, environments: Mapping[str, Mapping[str, str]], progress: Progress
) -> None:
    """Run each project's commands in order. What they say goes to `logs/prepare.log`.

    Raises StageError with the line that tells why, as soon as a command fails.
    """
    log = folder.logs / "prepare.log"
    log.write_text("", encoding="utf-8")
    for name, project in stage.projects.items():
        if project.prepare:
            _prepare(name, project, stage.folder / project.folder, environments[name], log, progress)


def _prepare(
    name: str, project: Project, folder: Path, environment: Mapping[str, str], log: Path, progress: Progress
) -> None:
    command, said = "", ""
    with (
        log.open("a", encoding="utf-8") as kept,
        subprocess.Popen(
            # By its path: as a module it would load all of the runner first. -P keeps its neighbours off sys.path.
            [sys.executable, "-P", commands.__file__, *project.prepare],
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
                if line.startswith(commands.ANNOUNCED):
                    command, said = line.removeprefix(commands.ANNOUNCED).strip(), ""
                    progress(Step(command.split()[0], name))
                elif step := step_from(line, name):
                    progress(step)
                else:
                    said += line
        except BaseException:
            process.terminate()  # its transaction is rolled back, so a fill leaves nothing half done
            raise
    if process.returncode:
        reason = telling_line(said)
        if reason.startswith("configuration: "):
            raise StageError(reason)
        raise StageError(f"{name}: `manage.py {command}` failed: {reason}; all it said: {log}")
