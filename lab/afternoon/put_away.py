"""Stops a checkout's stage and removes its scratch folder: `put_away.py SCRATCH PROJECT STAGE`.

A script of its own, which goes on when the notebook that started it is gone. It needs nothing but Python.
"""

import os
import shutil
import subprocess
import sys
from pathlib import Path


def main(scratch: str, project: str, stage: str) -> None:
    python = Path(project) / ".venv" / "bin" / "python"
    if python.exists():
        there = {"STAGES_ROOT": project, "STAGES_STATE": str(Path(scratch) / "state")}
        subprocess.run(
            [str(python), "-m", "invoke", "down", stage, "--forget-data"],
            cwd=project,
            env={**os.environ, **there},
            check=False,
        )
    shutil.rmtree(scratch, ignore_errors=True)


if __name__ == "__main__":
    main(*sys.argv[1:])
