"""Wheels, built from a folder."""

import sys
import tempfile
from pathlib import Path

from lab.errors import LabError
from lab.index.uv import uv


def build(folder: Path, target: Path) -> Path:
    """Build the wheel of the project in `folder` into `target`, and return its path.

    Raises LabError where there is no project, or it does not build.
    """
    if not (folder / "pyproject.toml").is_file():
        raise LabError(f"{folder.name}: there is no pyproject.toml, so there is nothing to build")
    target.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=target) as scratch:
        uv("build", "--wheel", "--python", sys.executable, "--out-dir", scratch, folder)
        [wheel] = Path(scratch).glob("*.whl")
        return wheel.rename(target / wheel.name)
