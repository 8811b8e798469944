"""One stage's containers, by way of its compose file."""

import json
import os
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from clever.runner.containers.engine import ONE_OFF, PROJECT, Engine, find_engine, run, with_compose
from clever.runner.containers.naming import project_name, settle_name, variables_file
from clever.runner.containers.together import text, together
from clever.runner.envfile import write_private
from clever.runner.environment import inherited
from clever.runner.errors import StageError
from clever.runner.places import StageFolder
from clever.runner.stagefile import StageFile

SERVICE = "com.docker.compose.service"  # labels, as PROJECT is

# Beside the compose file itself: each project by a port of this machine.
INSIDE = "compose.inside.yaml"


@dataclass(frozen=True)
class Container:
    """A container of the stage, as the engine sees it."""

    id: str
    name: str
    service: str
    state: str  # created, running, paused, restarting, exited, dead
    exit_code: int
    health: str  # starting, healthy, unhealthy; empty for one without a health check
    image: str  # the id of its image


@dataclass(frozen=True)
class Compose:
    """The containers, volumes and network of one stage, which have its name."""

    engine: Engine
    stage: StageFile
    folder: StageFolder
    overrides: Mapping[str, str] = field(default_factory=dict)  # variables of the compose file, for these commands only

    @classmethod
    def of(cls, stage: StageFile, folder: StageFolder) -> "Compose":
        """Raises StageError where no engine answers, nothing takes a compose file, or a compose file is none."""
        compose = cls(with_compose(find_engine()), stage, folder)
        settle_name(stage.name, folder)
        compose.put_together()
        return compose

    @property
    def name(self) -> str:
        """What compose calls the stage."""
        return project_name(self.stage.name, self.folder)

    @property
    def network(self) -> str:
        """The network in which they all are, as the engine knows it."""
        return f"{self.name}_default"

    @property
    def variables(self) -> Path:
        """The file of what the compose file leaves open."""
        return variables_file(self.folder)

    def run(self, *arguments: str) -> str:
        """What compose says to a command. Raises StageError with the line that tells why it failed."""
        return run([*self.command, *arguments], folder=self.home, environment=self.environment)

    @property
    def home(self) -> Path:
        """The folder that the paths in the compose files are seen from."""
        return self._written[0].parent

    @property
    def tree(self) -> dict[str, Any]:
        """The compose files as one, with their variables left open. Raises StageError where one of them is none."""
        return together(self._written)

    def put_together(self) -> None:
        """Make one compose file of several, as they are now. Raises StageError where one of them is none."""
        if self._are_several:
            write_private(self._made, text(together(self._written)))

    @property
    def command(self) -> list[str]:
        """The beginning of each command to compose."""
        files = [self._made] if self._are_several else self._written
        command = [*self.engine.compose, "--project-name", self.name, "--env-file", str(self.variables)]
        command += ["--project-directory", str(self.home)]
        return [*command, *(word for file in files for word in ("--file", str(file)))]

    @property
    def _written(self) -> list[Path]:
        """The compose files as they are written, those of the stages beneath first."""
        self.stage.file(self.stage.compose or "")  # there must be one
        return [*self.stage.files(self.stage.compose or ""), *self.stage.files(INSIDE)]

    @property
    def _are_several(self) -> bool:
        """Whether more than one stage has its say. One's own files compose puts together by itself."""
        return len({file.parent for file in self._written}) > 1

    @property
    def _made(self) -> Path:
        return self.folder.run / "compose.yaml"

    @property
    def environment(self) -> dict[str, str]:
        """What compose gets to see. A stray variable of a shell would win over the file that says how a stage runs."""
        for_the_engine = ("DOCKER_", "CONTAINER_", "XDG_")
        engines = {name: value for name, value in os.environ.items() if name.startswith(for_the_engine)}
        return {**inherited(os.environ), **engines, **self.overrides}

    def containers(self) -> list[Container]:
        """The containers that there are, whatever their state; not those of a single command."""
        ids = self.engine.run("ps", "--all", "--quiet", "--filter", f"label={PROJECT}={self.name}").split()
        found = self.inspect(ids)
        return [_container(each) for each in found if each["Config"]["Labels"].get(ONE_OFF, "False") != "True"]

    def inspect(self, ids: Sequence[str]) -> list[dict[str, Any]]:
        """What the engine knows of these containers. One that has gone meanwhile is left out."""
        if not ids:
            return []
        try:
            found: list[dict[str, Any]] = json.loads(self.engine.run("container", "inspect", *ids))
        except StageError as error:
            if "no such" not in str(error).lower():
                raise
            return [] if len(ids) == 1 else [found for each in ids for found in self.inspect([each])]
        return found

    def of_service(self, service: str) -> list[Container]:
        """The containers of one service of the compose file, the oldest first."""
        return [each for each in self.containers() if each.service == service]


def _container(found: dict[str, Any]) -> Container:
    state = found["State"]
    return Container(
        id=found["Id"],
        name=found["Name"].removeprefix("/"),
        service=found["Config"]["Labels"][SERVICE],
        state=state["Status"],
        exit_code=state["ExitCode"],
        health=state.get("Health", {}).get("Status", ""),
        image=found["Image"],
    )
