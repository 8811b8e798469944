"""A stage's compose file as a stack of Docker Swarm.

`docker stack deploy` takes compose files, but not all that compose takes: what waits for what, memory as a file system,
and some more. So the stack is derived from compose.yaml, with swarm.yaml beside it for what only a cluster has to know.
Nothing is filled in: variables stay as they are, and `docker stack deploy` reads them from its own environment.

By hand, from the folder of `containers`: `python -m {{ cookiecutter.namespace }}.runner.containers.stack STAGE > stack.yaml`, with the names
of services for a part of it. A stage that adds to another one adds its swarm.yaml to that one's, too.
"""

import sys
from collections.abc import Iterable, Mapping
from copy import deepcopy
from typing import Any

from {{ cookiecutter.namespace }}.runner.containers.together import text, together
from {{ cookiecutter.namespace }}.runner.errors import StageError
from {{ cookiecutter.namespace }}.runner.stagefile import StageFile, load_stage
from {{ cookiecutter.namespace }}.runner.tables import CONTAINERS

SWARM = "swarm.yaml"
VERSION = "3.9"  # compose has ceased to ask for it; a docker before 25 takes a file without it for an ancient one

# What `docker stack deploy` refuses, ignores, or says in other words. Without another word is one of them:
# `security_opt: no-new-privileges` is lost.
NOT_TAKEN = ("depends_on", "restart", "security_opt", "shm_size", "tmpfs")
PARTS = ("volumes", "secrets", "configs")  # what a service uses by name

type Tree = dict[str, Any]


def stack_of(stage: StageFile, services: Iterable[str] = ()) -> Tree:
    """The stack file of a stage, or of `services` of it and whatever compose starts before them.

    Raises StageError for a stage without swarm.yaml, and for a service that it does not have.
    """
    if not stage.compose or not stage.files(SWARM):
        raise StageError(f"{stage.name} has no {SWARM}, so it is no stack; containers has one")
    compose = together(stage.files(stage.compose))
    return stack(compose, together(stage.files(SWARM)), only=closure(compose["services"], services))


def stack(compose: Mapping[str, Any], swarm: Mapping[str, Any], *, only: Iterable[str]) -> Tree:
    """The two as one stack file, with these services and what they use."""
    services = {name: _service(compose["services"][name], swarm["services"].get(name, {})) for name in only}
    made = {"version": VERSION, "services": services, "networks": swarm["networks"]}
    for part in PARTS:
        known = {**compose.get(part, {}), **swarm.get(part, {})}
        if used := {name: known[name] for name in _used(services, part) if name in known}:
            made[part] = used
    return made


def closure(services: Mapping[str, Mapping[str, Any]], wanted: Iterable[str]) -> list[str]:
    """These services, all where none is named, and those that have to be there before them. In compose's order.

    Raises StageError for one that is not there.
    """
    waiting, found = [*(wanted or services)], set[str]()
    while waiting:
        name = waiting.pop()
        if name not in services:
            raise StageError(f"there is no service {name!r}; there are: {', '.join(services)}")
        if name not in found:
            found.add(name)
            waiting.extend(services[name].get("depends_on", ()))
    return [name for name in services if name in found]


def _service(service: Mapping[str, Any], swarm: Mapping[str, Any]) -> Tree:
    made = {name: deepcopy(value) for name, value in service.items() if name not in NOT_TAKEN}
    made |= {name: deepcopy(value) for name, value in swarm.items() if name != "deploy"}
    made["deploy"] = {**made.get("deploy", {}), **deepcopy(swarm.get("deploy", {}))}
    memory = [{"type": "tmpfs", "target": place} for place in service.get("tmpfs", ())]
    if "shm_size" in service:
        memory.append({"type": "tmpfs", "target": "/dev/shm", "tmpfs": {"size": size(service["shm_size"])}})  # noqa: S108
    made["volumes"] = [*made.get("volumes", ()), *memory]
    return made


def size(text: str) -> int:
    """What compose writes as 128mb or 384M, in bytes: its units are powers of 1024."""
    number = text.lower().removesuffix("b")
    return int(number[:-1]) * 1024 ** ("kmg".index(number[-1]) + 1) if number[-1] in "kmg" else int(number)


def _used(services: Mapping[str, Mapping[str, Any]], part: str) -> list[str]:
    """The names that services use of a part, each once."""
    uses = [use for service in services.values() for use in service.get(part, ())]
    names = [use.get("source", "") if isinstance(use, Mapping) else use.partition(":")[0] for use in uses]
    return [*dict.fromkeys(names)]


if __name__ == "__main__":
    try:
        name, *only = sys.argv[1:] or [CONTAINERS]
        sys.stdout.write(text(stack_of(load_stage(name, on=CONTAINERS), only)))
    except StageError as error:
        sys.exit(f"stack: {error}")
