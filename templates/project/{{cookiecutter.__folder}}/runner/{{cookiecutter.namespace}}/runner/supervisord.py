"""supervisord itself, which keeps a stage's programs running: start it, and the folder of its socket."""

import contextlib
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Mapping
from pathlib import Path

from {{ cookiecutter.namespace }}.runner.errors import StageError
from {{ cookiecutter.namespace }}.runner.logs import telling_line
from {{ cookiecutter.namespace }}.runner.places import StageFolder
from {{ cookiecutter.namespace }}.runner.supervisor import ANSWER_SECONDS, AWAY, Supervisor

SHORT = Path("/tmp")  # noqa: S108 - mkdtemp makes the folder there safely, under a name nobody can foresee
PREFIX = "{{ cookiecutter.namespace }}-"


def make_socket_folder() -> Path:
    """A new folder that only this user can enter: a short one, since a socket path ends at about 100 bytes."""
    return Path(tempfile.mkdtemp(prefix=PREFIX, dir=SHORT if SHORT.is_dir() else None))


def remove_socket_folder(folder: Path) -> None:
    """Remove what `make_socket_folder` made, and nothing else whatever a record may say."""
    if folder.name.startswith(PREFIX):
        shutil.rmtree(folder, ignore_errors=True)


def start(configuration: Path, folder: StageFolder, sockets: Path, environment: Mapping[str, str]) -> Supervisor:
    """Start supervisord in the background, in the stage's own folder, and wait until it answers.

    Raises StageError where it does not start, or ends at once.
    """
    # It detaches by itself, and says what is wrong with its configuration before it does.
    done = subprocess.run(
        [sys.executable, "-m", "supervisor.supervisord", "--configuration", str(configuration)],
        cwd=folder.path,
        env=dict(environment),
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
    )
    if done.returncode:
        raise StageError(f"supervisord does not start: {telling_line(done.stderr or done.stdout)}")
    supervisor = Supervisor(sockets)
    deadline = time.monotonic() + ANSWER_SECONDS
    while time.monotonic() < deadline:
        with contextlib.suppress(*AWAY):
            supervisor.pid()
            return supervisor
        time.sleep(0.02)
    raise StageError(f"supervisord started but does not answer; its log: {folder.logs / 'supervisord.log'}")
