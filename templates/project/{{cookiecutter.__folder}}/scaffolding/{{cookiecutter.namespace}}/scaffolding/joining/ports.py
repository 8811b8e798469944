"""Ports that no stage uses yet."""

import re
from collections.abc import Iterable
from pathlib import Path

from {{ cookiecutter.namespace }}.runner.stagefile import known_stages, load_stage

LISTEN = re.compile(r"listen (\d+);")


def after(ports: Iterable[int], taken: Iterable[int]) -> int:
    """The first port after the last of `ports` that is not taken."""
    port, used = max(ports) + 1, set(taken)
    while port in used:
        port += 1
    return port


def taken_by_stages(root: Path) -> set[int]:
    """The ports of all stages, each on all that it runs on."""
    found: set[int] = set()
    for name in known_stages(root):
        for way in load_stage(name, root).ways:
            stage = load_stage(name, root, on=way)
            found |= {*(project.port for project in stage.projects.values()), *stage.instances.values()}
            found |= {stage.nginx.port} if stage.nginx else set()
    return found


def doors_in(folders: Iterable[Path]) -> set[int]:
    """The ports on which nginx listens for whoever looks after a stage in containers."""
    files = (file for folder in folders for file in sorted((folder / "nginx").glob("*.conf")))
    return {int(port) for file in files for port in LISTEN.findall(file.read_text(encoding="utf-8"))}
