"""The same stage on containers: what its compose file, its stack and its manifests have to know."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from clever.runner.needs import PERMITTER, home_of
from clever.runner.places import stages_folder
from clever.runner.stagefile import SEAM, StageFile
from clever.runner.tables import NGINX
from clever.scaffolding.changes import Changes
from clever.scaffolding.joining.laying import lay
from clever.scaffolding.joining.ports import after, doors_in
from clever.scaffolding.layout import Layout
from clever.scaffolding.service import Service, seam_of
from clever.scaffolding.template import CONTAINERS, Template

INSIDE = "http://{}:8000"  # a project, for those in the same network
ALIKE_BENEATH, ALIKE_HERE = "../../../../containers/kubernetes/base/alike", "../base/alike"
NOT_EVERYWHERE = ("swarm.yaml", "kubernetes")  # what a stage in containers may do without


@dataclass(frozen=True)
class Containers:
    """Where a stage keeps what is for containers, and the two ports that a new project gets."""

    folder: Path
    published: int  # of this machine, for whoever looks after the stage
    door: int  # of nginx, for the same
    alike: str = ALIKE_BENEATH  # where what all manifests have in common is, seen from those of a project

    @classmethod
    def of(cls, stage: StageFile, layout: Layout, taken: set[int]) -> "Containers | None":
        """None for a stage that says nothing about containers."""
        table: Mapping[str, Any] = tomllib.loads((stage.folder / "stage.toml").read_text(encoding="utf-8"))
        if (here := table.get("containers")) is None:
            return None
        folder = stage.folder / here["folder"]
        doors = doors_in([stages_folder(layout.root) / here["extends"], folder])
        published = {port for name, port in here["ports"].items() if name != NGINX}
        return cls(folder, after(published, taken), after(doors, ()))

    @classmethod
    def arranging(cls, stage: StageFile, layout: Layout, published: int) -> "Containers":
        """Of a stage that is nothing but the projects of another one in containers."""
        return cls(stage.folder, published, after(doors_in([stage.folder]), ()), ALIKE_HERE)

    def lay(self, service: Service, template: Template, changes: Changes, made: Path) -> None:
        """Add the service to what is there. Raises Refused."""
        callees = {home_of(service.stage, callee) for callee in service.calls} | {PERMITTER}
        rendered = template.render(
            CONTAINERS,
            made / "containers",
            stage=service.stage.name,
            door=self.door,
            published=self.published,
            alike=self.alike,
            addresses={seam_of(callee): address(service.stage, callee) for callee in service.calls},
            callees="|".join(sorted(callees)),
        )
        lay(rendered, self.folder, changes, unless_missing=NOT_EVERYWHERE)


def address(stage: StageFile, callee: str) -> str:
    """Where a service is for those in the same network: `http://app:8000/api/archive`."""
    return SEAM.sub(lambda project: INSIDE.format(project[1]), stage.seams[seam_of(callee)])
