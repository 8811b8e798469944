"""The files of a project: those that are somebody's work, and none that running and testing leave behind."""

import os
import shutil
import subprocess
from collections.abc import Iterable
from pathlib import Path

from clever.scaffolding.emptied import COMPILED, remove_emptied
from clever.scaffolding.errors import Refused
from clever.scaffolding.growing.difference import Step, Tree

LEFT_BEHIND = frozenset({".git", ".venv", "var", COMPILED, "uv.lock"})


def read(folder: Path) -> Tree:
    """Every file in a folder, by its place in it."""
    found: Tree = {}
    for here, folders, files in os.walk(folder):
        folders[:] = [name for name in folders if name not in LEFT_BEHIND and not name.endswith("_cache")]
        for name in files:
            file = Path(here, name)
            if name not in LEFT_BEHIND and not file.is_symlink():
                found[file.relative_to(folder).as_posix()] = file.read_bytes()
    return found


def executable(places: Iterable[str], folder: Path) -> list[str]:
    """Those of the places in a folder that are programs, which a file's content does not tell."""
    return [place for place in places if os.access(folder / place, os.X_OK)]


def make_executable(step: Step, root: Path) -> None:
    """Let the programs among the new files be programs here too, for whoever may read them."""
    for place in step.executable:
        mode = (root / place).stat().st_mode
        (root / place).chmod(mode | (mode & 0o444) >> 2)


def must_be_committed(root: Path) -> None:
    """Raise Refused where git could not bring back what is there now."""
    if not (git := shutil.which("git")):
        raise Refused("git is not installed; install it and commit what is here, so that there is a way back")
    asked = subprocess.run([git, "status", "--porcelain"], cwd=root, capture_output=True, text=True, check=False)
    if asked.returncode:
        raise Refused("this project is not kept in git; begin with git init and a commit, so that there is a way back")
    if asked.stdout.strip():
        raise Refused("there are changes that are not committed; commit them first, so that there is a way back")


def remove(step: Step, root: Path) -> None:
    """Remove what the step removes, and the folders that hold nothing then but what Python compiled."""
    for place in step.removed:
        file = root / place
        file.unlink(missing_ok=True)
        for folder in file.parents:
            if folder == root or not remove_emptied(folder):
                break
