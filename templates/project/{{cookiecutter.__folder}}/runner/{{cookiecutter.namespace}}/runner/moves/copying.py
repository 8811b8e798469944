"""Run `manage.py copy_rows`, which does the work where models are known."""

import json
import subprocess
from collections.abc import Mapping, Sequence
from pathlib import Path
from tempfile import TemporaryFile
from typing import Any

from {{ cookiecutter.namespace }}.runner.errors import StageError
from {{ cookiecutter.namespace }}.runner.logs import telling_line
from {{ cookiecutter.namespace }}.runner.progress import Progress, step_from


def copy_rows(
    command: Sequence[str], folder: Path, environment: Mapping[str, str], plan: Mapping[str, Any], tell: Progress
) -> str:
    """Run it with `plan`, and return the line that it printed last. Raises StageError, with its words, where it fails.

    The plan holds passwords. So it is no argument, which everybody can read, and its file has no name.
    """
    said, last = "", ""
    with TemporaryFile("w+") as written:
        json.dump(plan, written)
        written.seek(0)
        with subprocess.Popen(
            list(command),
            cwd=folder,
            env=dict(environment),
            umask=0o077,  # databases and files are for this user alone
            stdin=written,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            errors="replace",
        ) as process:
            try:
                for line in process.stdout or ():
                    if step := step_from(line, ""):
                        tell(step)
                    else:
                        said, last = said + line, line
            except BaseException:
                process.terminate()  # each database has all or nothing
                raise
    if process.returncode < 0:
        raise StageError(f"the move was killed (signal {-process.returncode}); make it again, it goes on where it was")
    if process.returncode:
        raise StageError(telling_line(said).removeprefix("CommandError: "))
    return last
