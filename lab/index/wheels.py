"""Wheels, built from a folder."""

import sys
import tempfile
from pathlib import Path

from lab.errors import LabError
from lab.index.uv import uv

PROJECT = """[project]
name = "{name}"
version = "{version}"

[build-system]
requires = ["uv_build>=0.9,<1"]
build-backend = "uv_build"
"""


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


def write_project(folder: Path, name: str, version: str, code: str) -> Path:
    """Write the smallest project that there is, with one module that holds `code`. Returns the folder."""
    module = folder / "src" / name.replace("-", "_") / "__init__.py"
    module.parent.mkdir(parents=True, exist_ok=True)
    module.write_text(code, encoding="utf-8")
    (folder / "pyproject.toml").write_text(PROJECT.format(name=name, version=version), encoding="utf-8")
    return folder


def small_wheel(name: str, version: str, code: str, *, folder: Path | str) -> Path:
    """A wheel with one module: `small_wheel("cups", "1.0", "SIZE = 3", folder=shop)`."""
    place = Path(folder).resolve()
    return build(write_project(place / "sources" / f"{name}-{version}", name, version, code), place / "wheels")
