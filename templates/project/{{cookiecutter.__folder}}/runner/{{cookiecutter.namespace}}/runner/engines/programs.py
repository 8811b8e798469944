"""Where the programs are that are not Python's: the one place through which every engine is looked for.

`WITHOUT_ENGINES="nginx redis"` in the environment pretends that these are not installed, so that an author sees what a
reader without them will see.
"""

import glob
import os
import re
import shutil
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from {{ cookiecutter.namespace }}.runner.errors import StageError

WITHOUT = "WITHOUT_ENGINES"
CONTAINERS = "docker"  # docker or podman
COMPOSE = "docker-compose"  # or the engine's own `compose`
SWARM = "docker-swarm"  # docker's alone

# Where servers and Homebrew's programs are installed, outside of most users' PATH.
ASIDE = ("/usr/sbin", "/usr/local/sbin", "/usr/local/bin", "/opt/homebrew/sbin", "/opt/homebrew/bin")


@dataclass(frozen=True)
class Programs:
    """An engine's program, by any of its names, and what must be there beside it for the engine to be of use."""

    names: tuple[str, ...]
    beside: tuple[str, ...] = ()
    folders: tuple[str, ...] = ()  # patterns of more folders; of several versions the newest counts


ENGINES = {
    "nginx": Programs(("nginx",)),
    # Debian keeps the server's programs out of PATH, and so does Homebrew for versions that are not the newest.
    "postgresql": Programs(
        ("initdb",),
        folders=(
            "/usr/lib/postgresql/*/bin",
            "/opt/homebrew/opt/postgresql*/bin",
            "/usr/local/opt/postgresql*/bin",
        ),
    ),
    "chromium": Programs(
        ("chromium", "chromium-browser", "google-chrome"),
        folders=("/Applications/Chromium.app/Contents/MacOS", "/Applications/Google Chrome.app/Contents/MacOS"),
    ),
    "redis": Programs(("redis-server", "valkey-server")),
    "rsync": Programs(("rsync",)),
    "sshd": Programs(("sshd",), beside=("ssh", "ssh-keygen")),
    "node": Programs(("node",)),
    "docker": Programs(("docker", "podman")),
    "docker-compose": Programs(("docker-compose",)),
    "docker-swarm": Programs(("docker",)),
    "docker-registry": Programs(("docker-registry", "registry")),
    "debootstrap": Programs(("debootstrap",)),
    "git": Programs(("git",)),
    "devpi": Programs(
        ("devpi-server",), beside=("devpi-init",), folders=(f"{glob.escape(sys.prefix)}/tools/devpi/bin",)
    ),
}


def find(engine: str) -> Path | None:
    """The program of an engine, on PATH or where it is usually put; None where it is absent, or is to seem so.

    Raises StageError for an engine that nobody knows.
    """
    [known] = named([engine])
    if known in absent():
        return None
    return find_any(ENGINES[known])


def find_any(programs: Programs) -> Path | None:
    """The first of the names that is there, together with all that has to be beside it."""
    path = _path(programs)
    if not all(shutil.which(name, path=path) for name in programs.beside):
        return None
    found = next((place for name in programs.names if (place := shutil.which(name, path=path))), None)
    return Path(found) if found else None


def find_each(engine: str) -> list[Path]:
    """The program of an engine in every place where it is, the newest version first among those outside of PATH."""
    [known] = named([engine])
    programs = ENGINES[known]
    folders = [] if known in absent() else _path(programs).split(os.pathsep)
    found = [shutil.which(name, path=folder) for folder in dict.fromkeys(folders) for name in programs.names]
    return [Path(place) for place in found if place]


def missing(engines: list[str]) -> list[str]:
    """Those of the engines that cannot be used now: not on this machine, or for containers, not running.

    Raises StageError for one that nobody knows.
    """
    return [engine for engine in engines if not _usable(engine)]


def _usable(engine: str) -> bool:
    """Whether the engine is here. What runs containers must be up too, since whoever uses it does not start it."""
    from {{ cookiecutter.namespace }}.runner.containers import engine as containers  # which looks for its programs here

    asked: dict[str, Callable[[], bool]] = {
        CONTAINERS: containers.answers,
        COMPOSE: containers.reads_compose,
        SWARM: containers.swarms,
    }
    if engine not in asked:
        return find(engine) is not None
    return engine not in absent() and asked[engine]()


def absent() -> list[str]:
    """The engines whose absence is pretended. Raises StageError for one that nobody knows."""
    return named(re.findall(r"[^\s,]+", os.environ.get(WITHOUT, "")), WITHOUT)


def named(engines: list[str], where: str = "") -> list[str]:
    """The engines, each once. Raises StageError, saying `where`, for one that nobody knows."""
    for engine in engines:
        if engine not in ENGINES:
            beginning = f"{where}: " if where else ""
            raise StageError(f"{beginning}there is no engine {engine!r}; there are: {', '.join(ENGINES)}")
    return list(dict.fromkeys(engines))


def _path(programs: Programs) -> str:
    """All folders that the programs are looked for in, as PATH has them."""
    return os.pathsep.join([os.environ.get("PATH", os.defpath), *ASIDE, *_newest_first(programs.folders)])


def _newest_first(patterns: tuple[str, ...]) -> list[str]:
    """The folders that there are, 15 before 9."""
    found = [folder for pattern in patterns for folder in glob.glob(pattern)]
    return sorted(found, key=lambda folder: [int(number) for number in re.findall(r"\d+", folder)], reverse=True)
