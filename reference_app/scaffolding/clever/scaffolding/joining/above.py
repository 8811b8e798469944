"""The stages that are made of the one that a service joins: they have it too, on ports of their own."""

from collections.abc import Iterator
from functools import partial
from pathlib import Path
from typing import Any

import tomlkit

from clever.runner.stagefile import StageFile, known_stages, load_stage
from clever.scaffolding.changes import Changes
from clever.scaffolding.edits.toml import add, place_in
from clever.scaffolding.joining.containers import Containers
from clever.scaffolding.joining.ports import after, taken_by_stages
from clever.scaffolding.layout import Layout
from clever.scaffolding.service import Service
from clever.scaffolding.template import Template


def tell(service: Service, template: Template, layout: Layout, changes: Changes, made: Path, *, but: set[int]) -> None:
    """Add to `changes` what the stages above have to know; `but` are ports that are given away already.

    Raises Refused where a file is not as it has to be.
    """
    taken = taken_by_stages(layout.root) | but
    for stage in made_of(service.stage, layout):
        ports: dict[str, int] = {}
        for path, published in _port_tables(stage):
            ports[path] = after(published, taken)
            taken.add(ports[path])
        if stage.arranges:
            containers = Containers.arranging(stage, layout, ports["ports"])
            containers.lay(service, template, changes, made / stage.name)
        changes.change(stage.folder / "stage.toml", partial(with_ports, service=service, ports=ports))


def made_of(stage: StageFile, layout: Layout) -> list[StageFile]:
    """The stages that arrange or extend this one."""
    others = (load_stage(name, layout.root) for name in known_stages(layout.root))
    return [other for other in others if stage.name in (other.arranges, other.extends)]


def with_ports(text: str, *, service: Service, ports: dict[str, int]) -> str:
    """A stage's table with the service's ports in it. Raises NoPlace where it has no such tables."""
    document = tomlkit.parse(text)
    for path, port in ports.items():
        add(place_in(document, *path.split(".")), service.name, port)
    return tomlkit.dumps(document)


def _port_tables(stage: StageFile) -> Iterator[tuple[str, set[int]]]:
    """The tables with a port for each project, and the ports in them."""
    table: dict[str, Any] = tomlkit.parse((stage.folder / "stage.toml").read_text(encoding="utf-8")).unwrap()
    yield "ports", set(table["ports"].values())
    if "containers" in table:
        yield "containers.ports", set(table["containers"]["ports"].values())
