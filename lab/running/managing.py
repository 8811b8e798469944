"""`manage.py`, run once and to its end."""

import os
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

from lab.colourless import colourless
from lab.errors import LabError

SECONDS = 60.0
"""A command of manage.py that takes longer is taken for one that hangs."""


def manage(folder: Path, *words: str, environment: Mapping[str, str], name: str = "") -> str:
    """`python manage.py ...` in a folder; what it says, without colours.

    Raises LabError where it fails, with its last line, and where it hangs. `name` is what the error calls it.
    """
    called = name or f"manage.py {words[0]}"
    try:
        done = subprocess.run(
            [sys.executable, "manage.py", *words],
            cwd=folder,
            env=colourless(os.environ) | dict(environment),
            capture_output=True,
            text=True,
            check=False,
            timeout=SECONDS,
        )
    except subprocess.TimeoutExpired:
        raise LabError(f"{called} took over {SECONDS:g} s: run it again, or look at what keeps it") from None
    if done.returncode:
        said = (done.stderr or done.stdout).strip().splitlines() or ["it said nothing"]
        raise LabError(f"{called} failed: {said[-1]}")
    return done.stdout.strip()
