"""The versions of what others wrote, with their hashes: two files beside the Containerfile, made by uv."""

import os
import shutil
import sys
from pathlib import Path

from clever.runner.containers.engine import run
from clever.runner.errors import StageError

# What installs, inside the build, and builds our own distributions. It is left behind there.
TOOLS = "uv\nuv-build>=0.9,<1\n"
PLAIN = ("--no-annotate", "--no-header")
EXPORT = (
    *("export", "--frozen", "--offline", "--quiet", *PLAIN, "--no-dev", "--no-emit-workspace"),
    *("--package", "clever-stage-split", "--extra", "all"),
    *("--package", "clever-kit", "--extra", "outbox"),  # of a stage that adds to split: it is one layer for all
)
COMPILE = ("pip", "compile", "-", "--universal", "--generate-hashes", "--quiet", *PLAIN)


def requirements(root: Path, *extras: str) -> str:
    """What requirements.txt should hold: what the projects need of others, by the lock of the project in `root`.

    With `extras` of kit, such as sentry, also what these need. An extra that split asks for itself is there anyway.
    Raises StageError where uv is absent, or the project is not locked.
    """
    return run([_uv(), *EXPORT, *(f"--extra={extra}" for extra in extras)], folder=root)


def write(root: Path, folder: Path) -> list[Path]:
    """Write requirements.txt and tools.txt into `folder`. Returns those that have changed.

    Needs the network for the second. Raises StageError where uv says no.
    """
    texts = {
        "requirements.txt": requirements(root),
        "tools.txt": run([_uv(), *COMPILE], given=TOOLS, folder=root),
    }
    changed = [folder / name for name, text in texts.items() if _held(folder / name) != text]
    for file in changed:
        file.write_text(texts[file.name], encoding="utf-8")
    return changed


def check(root: Path, folder: Path) -> None:
    """Raise StageError where requirements.txt is not what the lock of the project says."""
    file = folder / "requirements.txt"
    if _held(file) != requirements(root):
        raise StageError(f"{folder.name}/{file.name}: other versions than the project's; run 'inv images --pin'")


def _held(file: Path) -> str:
    return file.read_text(encoding="utf-8") if file.exists() else ""


def _uv() -> str:
    """The path of uv: the one that runs us, or else the nearest."""
    found = os.environ.get("UV") or shutil.which("uv", path=f"{Path(sys.executable).parent}{os.pathsep}{os.defpath}")
    found = found or shutil.which("uv")
    if not found:
        raise StageError("uv is not installed, and only uv knows the versions")
    return found
