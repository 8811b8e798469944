"""A stage in containers, by way of the runner."""

from typing import TYPE_CHECKING

from lab.containers.engine import engine
from lab.engines.handle import one_line
from lab.errors import LabError
from lab.running.stages import Stage
from lab.where import ROOT

if TYPE_CHECKING:
    from clever.runner.containers.compose import Compose


def compose_of(stage: Stage) -> "Compose":
    """What speaks to a stage's containers. Raises LabError for a stage that does not run in containers."""
    from clever.runner.containers.compose import Compose
    from clever.runner.containers.engine import with_compose
    from clever.runner.places import StageFolder
    from clever.runner.ways import load_stage_as_it_runs

    file = one_line(load_stage_as_it_runs)(stage.name, ROOT)
    if not file.compose:
        raise LabError(f'{stage.name} does not run in containers: start one that does with lab.up("containers")')
    # The engine that is known already: to look for one again takes as long as a good part of what is measured.
    return Compose(one_line(with_compose)(engine()), file, StageFolder.of(stage.name, ROOT))


def known_service(compose: "Compose", service: str) -> str:
    """The same service. Raises LabError, naming those that there are, for one that the stage has not."""
    known = compose.stage.projects
    if service not in known:
        raise LabError(f"{compose.stage.name} has no service {service!r}: there are {', '.join(known)}")
    return service


def running_of(stage: Stage) -> dict[str, str]:
    """The id of the running container of each service of the compose file."""
    return {each.service: each.id for each in one_line(compose_of(stage).containers)() if each.state == "running"}
