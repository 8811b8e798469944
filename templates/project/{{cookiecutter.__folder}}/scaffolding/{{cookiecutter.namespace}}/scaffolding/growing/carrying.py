"""What a project keeps goes along: its rows, files and secrets, by `inv move`, which proves that none is lost."""

import os
import shutil
import subprocess
import sys
from collections.abc import Mapping
from itertools import count
from pathlib import Path

from {{ cookiecutter.namespace }}.runner.containers.naming import volumes_left
from {{ cookiecutter.namespace }}.runner.logs import telling_line
from {{ cookiecutter.namespace }}.runner.places import StageFolder
from {{ cookiecutter.namespace }}.scaffolding.errors import Refused


def carry_over(root: Path, source: str, target: str, on: str = "") -> str:
    """Move what the stage `source` keeps on this machine into `target`, and give what was said of it.

    `on` is processes or containers, for a target that knows both. Empty where it was never started here. In a process
    of its own, since this one knows the code as it was. Raises Refused where it cannot be moved.
    """
    if not StageFolder.of(source, root).secrets.exists():
        return ""
    # Both stages are there for now, and uv would install only one: so their packages are found where they lie.
    distributions = sorted(file.parent for depth in ("*", "*/*") for file in root.glob(f"{depth}/pyproject.toml"))
    found = os.pathsep.join(map(str, distributions))
    command = [sys.executable, "-m", "invoke", "move", source, target, *([f"--on={on}"] if on else [])]
    return _run(command, root, "what is kept cannot be moved", {"PYTHONPATH": found})


def set_aside(root: Path, source: str, target: str) -> str:
    """Put what the stage `source` still holds, as it was before the move, out of the way, and say where it is."""
    folder = StageFolder.of(source, root).path
    if not folder.is_dir():
        return ""
    for number in count(1):
        aside = folder.with_name(f"{source}-until-{target}{'' if number == 1 else f'-{number}'}")
        if not aside.exists():
            folder.rename(aside)
            said = f"What {source} held lies in {aside}, as it was; delete it once you are sure."
            return said + _volumes(source, aside)
    raise AssertionError("numbers do not end")


def _volumes(stage: str, aside: Path) -> str:
    """What else there is of a stage that was in containers: volumes stay with the folder that was put aside."""
    volumes = " ".join(volumes_left(stage, StageFolder(aside)))
    return f" And in volumes; delete those with: docker volume rm {volumes}" if volumes else ""


def install(root: Path) -> None:
    """Let uv bring the environment of the project up to its pyproject.toml; where there is none, nothing is done.

    Raises Refused where uv fails.
    """
    uv = os.environ.get("UV") or shutil.which("uv")
    if uv and (root / ".venv").is_dir():
        _run([uv, "sync", "--quiet"], root, "the step is taken, but uv cannot install what the new stage needs")


def _run(command: list[str], root: Path, otherwise: str, more: Mapping[str, str] | None = None) -> str:
    environment = {**os.environ, **(more or {})}
    done = subprocess.run(command, cwd=root, env=environment, capture_output=True, text=True, check=False)
    if done.returncode:
        raise Refused(f"{otherwise}: {telling_line(done.stderr or done.stdout)}")
    return done.stdout.strip()
