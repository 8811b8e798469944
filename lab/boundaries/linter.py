"""import-linter, asked in a folder."""

import os
import subprocess
import sys
from pathlib import Path

from lab.colourless import colourless
from lab.errors import LabError

SECONDS = 120.0  # it reads every file of the project, which takes a few


def lint(folder: Path, *, first: Path) -> str:
    """What lint-imports says of the project in `folder`, as plain text. A package in `first` is taken from there.

    Raises LabError where import-linter is not installed, and where it comes to no end.
    """
    command = Path(sys.executable).parent / "lint-imports"
    if not command.exists():
        raise LabError("import-linter is not installed: `uv pip install import-linter`, then try again")
    # A notebook asks for colours, which would stand between us and the words; and no line is to be broken in two.
    environment = colourless(os.environ) | {"COLUMNS": "400", "PYTHONPATH": str(first)}
    try:
        done = subprocess.run(
            [str(command), "--no-cache", "--no-logo"],
            cwd=folder,
            env=environment,
            capture_output=True,
            text=True,
            check=False,
            timeout=SECONDS,
        )
    except subprocess.TimeoutExpired:
        raise LabError(f"import-linter has not come to an end within {SECONDS:g} s: run the cell again") from None
    return done.stdout + done.stderr
