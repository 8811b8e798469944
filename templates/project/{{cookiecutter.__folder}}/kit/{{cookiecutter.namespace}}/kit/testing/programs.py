"""Run a Python program in a process of its own that need not load Django's libraries first.

To load them takes longer than to read settings, which tests do by the dozen. So one process loads them, once, and each
program is a fork of it: with its own arguments, folder and environment, and nothing of ours loaded beforehand.
"""

import multiprocessing
import os
import runpy
import subprocess
import sys
from collections.abc import Mapping
from functools import cache
from multiprocessing.context import ForkServerContext
from pathlib import Path
from tempfile import TemporaryDirectory

# What all our projects load, as far as it reads no settings by itself; and pytest, which this package loads.
LIBRARIES = ["cryptography.x509", "django.core.handlers.wsgi", "django.core.management", "django.test", "httpx2", "jwt"]
LIBRARIES += ["jinja2", "pydantic.json_schema", "pydantic.types", "pytest"]
SECONDS = 60.0


def run_program(
    program: Path, *arguments: str, folder: Path, environment: Mapping[str, str]
) -> "subprocess.CompletedProcess[str]":
    """What came of `python program arguments`, run in `folder` with this environment and no other variable.

    Raises subprocess.TimeoutExpired where it takes longer than a minute.
    """
    command = [str(program), *arguments]
    with TemporaryDirectory(prefix="program-") as written:
        stdout, stderr = Path(written, "stdout"), Path(written, "stderr")
        become = (command, str(folder), dict(environment), str(stdout), str(stderr))
        process = _libraries_loaded().Process(target=_become, args=become, daemon=True)
        process.start()
        process.join(SECONDS)
        if process.exitcode is None:
            process.kill()
            process.join()
            raise subprocess.TimeoutExpired(command, SECONDS)
        return subprocess.CompletedProcess(command, process.exitcode, stdout.read_text(), stderr.read_text())


@cache
def _libraries_loaded() -> ForkServerContext:
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload(LIBRARIES)
    return context


def _become(command: list[str], folder: str, environment: dict[str, str], stdout: str, stderr: str) -> None:
    """In the fork: be that program. Its exit status is the fork's, and so is an error that it raises."""
    for file, number in ((stdout, 1), (stderr, 2)):
        os.dup2(os.open(file, os.O_WRONLY | os.O_CREAT, 0o600), number)
    os.chdir(folder)
    os.environ.clear()
    os.environ.update(environment)
    sys.argv = command
    sys.path.insert(0, str(Path(command[0]).resolve().parent))
    runpy.run_path(command[0], run_name="__main__")
