"""Running a pipe in a shell, and looking at each of its parts."""

import json
import os
import shutil
import signal
import subprocess
import sys
import tempfile
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from threading import Event, Timer
from typing import IO, Any

from lab.errors import LabError
from lab.pipes.result import Piped

LARGEST = 1024 * 1024  # bytes of output that a cell shows at most
WATCHER = Path(__file__).with_name("watcher.py")


def pipe(
    command: str,
    *,
    pipefail: bool = False,
    environment: Mapping[str, str] | None = None,
    folder: str | Path = ".",
    seconds: float = 60,
) -> Piped:
    """Run a pipe as a shell does: `lab.pipe("sort words | uniq -c | head -3")`.

    `python` in it means the notebook's own. With `pipefail` the pipe fails when any part does, and else when the last
    one does. It runs in `folder`, and `environment` are variables beside your own. What it prints beyond 1 MiB is not
    read.
    Raises LabError where there is no bash or no such folder, and for a pipe that has not ended after so many seconds.
    """
    bash = shutil.which("bash")
    if bash is None:
        raise LabError("there is no bash on this machine, which runs the pipes: install the package bash")
    if not Path(folder).is_dir():
        raise LabError(f"there is no folder {folder} for the pipe to run in: make it first")
    with tempfile.TemporaryDirectory(prefix="pipe-") as notes:
        report, errors = Path(notes) / "report", Path(notes) / "errors"
        words = [sys.executable, "-I", "-S", str(WATCHER), str(report), bash, command, "pipefail" if pipefail else ""]
        with errors.open("wb") as complaints:
            output, cut, late = _read(words, _environment(environment or {}), folder, complaints, seconds)
        if late:
            raise LabError(f"the pipe had not ended after {seconds:g} s, and was stopped: {command}")
        if not report.exists():
            raise LabError(f"the pipe was ended from outside: {command}")
        told: dict[str, Any] = json.loads(report.read_text(encoding="utf-8"))
        return Piped(command, output, errors.read_text(encoding="utf-8", errors="replace"), cut=cut, **told)


def _read(
    words: list[str], environment: dict[str, str], folder: str | Path, errors: Any, seconds: float
) -> tuple[str, bool, bool]:
    """What it prints, whether there was more of it, and whether it had to be stopped."""
    late = Event()
    child = subprocess.Popen(
        words,
        env=environment,
        cwd=folder,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=errors,
        start_new_session=True,
    )

    def stop() -> None:
        late.set()
        _end(child.pid)

    timer = Timer(seconds, stop)
    timer.start()
    try:
        with child:
            stdout: IO[bytes] = child.stdout  # type: ignore[assignment]  # there is one: it was asked for
            output = stdout.read(LARGEST + 1)
            stdout.close()  # whoever still writes is told by SIGPIPE that nobody reads any more
            child.wait()
    finally:
        timer.cancel()
        _end(child.pid)  # a part that was sent to the background, too
    return output[:LARGEST].decode("utf-8", errors="replace"), len(output) > LARGEST, late.is_set()


def _end(group: int) -> None:
    with suppress(ProcessLookupError, PermissionError):
        os.killpg(group, signal.SIGKILL)


def _environment(more: Mapping[str, str]) -> dict[str, str]:
    # A kernel may run on a Python whose folder is not on the PATH. C: the order of `sort` is the same everywhere.
    path = os.pathsep.join([str(Path(sys.executable).parent), os.environ.get("PATH", os.defpath)])
    return {**os.environ, "PATH": path, "LC_ALL": "C", "PYTHONUTF8": "1", **more}
