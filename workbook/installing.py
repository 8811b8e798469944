"""Get engines from the platform's own package manager."""

import os
import shutil
import subprocess
import sys
from collections.abc import Callable

from lab.errors import LabError
from lab.index import tool
from workbook.engines import Engine
from workbook.errors import BookError

Say = Callable[[str], None]

# What no package manager of a system brings: the lab fetches it by itself.
FETCHED: dict[str, Callable[[], None]] = {"devpi": tool.install}


def manager() -> str:
    """`apt` or `brew`; empty where there is neither."""
    if sys.platform == "darwin":
        return "brew" if shutil.which("brew") else ""
    return "apt" if shutil.which("apt-get") else ""


def how_to_get(engine: Engine) -> str:
    """The command that a person would type here; empty if no package is known."""
    if engine.name in FETCHED:
        return "inv doctor --install"
    if sys.platform == "darwin":
        return f"brew install {' '.join(engine.brew)}" if engine.brew else ""
    return f"apt-get install {' '.join(engine.apt)}" if engine.apt else ""


def install(engines: list[Engine], say: Say) -> None:
    """Install engines without asking questions. Starts no service, though a package may start its own.

    Raises BookError if there is no package manager, no right to use it, or it fails.
    """
    for engine in engines:
        if engine.name in FETCHED:
            _fetch(engine, say)
    packaged = [engine for engine in engines if engine.name not in FETCHED]
    if not packaged:
        return
    for command in commands(packaged):
        say(f"$ {' '.join(command)}")
        environment = os.environ | {"DEBIAN_FRONTEND": "noninteractive", "HOMEBREW_NO_AUTO_UPDATE": "1"}
        ran = subprocess.run(command, env=environment, check=False)
        if ran.returncode:
            raise BookError(f"{' '.join(command)}: ended with exit status {ran.returncode}; its lines above say why")


def _fetch(engine: Engine, say: Say) -> None:
    say(f"fetching {engine.name}")
    try:
        FETCHED[engine.name]()
    except LabError as error:
        raise BookError(f"{engine.name} could not be fetched: {error.line}") from error


def commands(engines: list[Engine]) -> list[list[str]]:
    """What has to be run here to get these engines."""
    by = manager()
    if by == "brew":
        return [["brew", "install", *[package for engine in engines for package in engine.brew]]]
    if by == "apt":
        packages = [package for engine in engines for package in engine.apt]
        return [
            [*_as_root(), "apt-get", "update", "-qq"],
            [*_as_root(), "apt-get", "install", "-y", "-qq", "--no-install-recommends", *packages],
        ]
    names = ", ".join(engine.name for engine in engines)
    raise BookError(f"neither apt-get nor brew is here; install by your own means: {names}")


def _as_root() -> list[str]:
    if os.geteuid() == 0:
        return []
    if shutil.which("sudo"):
        return ["sudo", "--preserve-env=DEBIAN_FRONTEND"]
    raise BookError("apt-get needs root and there is no sudo; run 'inv doctor --install' as root")
