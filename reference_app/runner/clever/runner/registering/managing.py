"""A command of manage.py, run as a project of a running stage would run it."""

import os
import subprocess
import sys
from collections.abc import Sequence

from clever.runner.containers.compose import Compose
from clever.runner.envfile import read_env
from clever.runner.environment import inherited
from clever.runner.errors import StageError
from clever.runner.logs import telling_line
from clever.runner.places import StageFolder
from clever.runner.stagefile import StageFile


def manage(stage: StageFile, folder: StageFolder, project: str, *command: str) -> str:
    """What it prints. Raises StageError with the line that tells why it failed."""
    try:
        return (
            _in_container(stage, folder, project, command) if stage.compose else _here(stage, folder, project, command)
        )
    except StageError as error:
        raise StageError(f"{project}: {str(error).rpartition('CommandError: ')[2]}") from error


def _in_container(stage: StageFile, folder: StageFolder, project: str, command: Sequence[str]) -> str:
    return Compose.of(stage, folder).run("exec", "-T", project, "python", "manage.py", *command)


def _here(stage: StageFile, folder: StageFolder, project: str, command: Sequence[str]) -> str:
    done = subprocess.run(
        [sys.executable, "manage.py", *command],
        cwd=stage.sources / stage.projects[project].folder,
        env=inherited(os.environ) | read_env(folder.environment(project)),
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode:
        raise StageError(telling_line(done.stderr))
    return done.stdout
