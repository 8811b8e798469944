"""One service of a stage with another image, as one does it without thinking."""

from dataclasses import replace
from typing import TYPE_CHECKING

from lab.containers.engine import inspected, said
from lab.containers.forgetting import forget
from lab.containers.staged import compose_of, known_service
from lab.engines.handle import one_line
from lab.errors import LabError
from lab.running.stages import Stage

if TYPE_CHECKING:
    from clever.runner.containers.compose import Compose


def restart(stage: Stage, service: str, image: str = "") -> None:
    """Stop a service, and start it anew with another image: whoever asks meanwhile finds nobody.

    Returns when it is ready. Without an `image` it gets the one that was built here, and what was released to it is
    forgotten. Raises LabError for a service that the stage has not, and for an image that does not start.
    """
    compose = compose_of(stage)
    known_service(compose, service)
    released = one_line(_anew)(compose, service, image)
    repository, _, digest = released.partition("@")
    if digest:  # it came by way of a registry, and has a name of its own for that one
        listed = said("image", "ls", "--format", "{{.Repository}}:{{.Tag}}", repository).split()
        forget(*(name for name in listed if not name.endswith(":<none>")), released)


def serving(stage: Stage, service: str) -> str:
    """The name of the image that a service of a stage runs by. Raises LabError where none of it runs."""
    compose = compose_of(stage)
    found = one_line(compose.of_service)(known_service(compose, service))
    if not found:
        raise LabError(f'{service} of {stage.name} does not run: call lab.up("{stage.name}")')
    return str(inspected("container", found[0].id)["Config"]["Image"])


def _anew(compose: "Compose", service: str, image: str) -> str:
    """The name of the released image that is forgotten, empty where none is. Raises StageError."""
    from clever.runner.containers.configuration import image_variable
    from clever.runner.containers.waiting import wait_ready
    from clever.runner.locking import alone
    from clever.runner.progress import silent
    from clever.runner.record import running_record

    record = running_record(compose.folder)
    if record is None:
        raise LabError(f'{compose.stage.name} is not up: start it with lab.up("{compose.stage.name}")')
    with alone(compose.folder, silent):
        forgotten = "" if image else _forget_release(compose, image_variable(service))
        wished = replace(compose, overrides={image_variable(service): image} if image else {})
        programs = compose.stage.projects[service].processes
        wished.run("up", "--detach", "--no-deps", "--force-recreate", *programs)
        wait_ready(compose, {service: record.ports[service]})
    return forgotten


def _forget_release(compose: "Compose", variable: str) -> str:
    """Let the next start take the image that was built here. Returns the name of the one that was released."""
    from clever.runner.containers.configuration import release_file
    from clever.runner.envfile import read_env, write_env

    released = ""
    for file in (release_file(compose.folder), compose.variables):
        values = read_env(file)
        released = values.pop(variable, released)
        if file.exists():
            write_env(file, values)
    return released
